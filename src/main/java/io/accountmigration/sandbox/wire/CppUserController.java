package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.traffic.PortalBehaviours;
import io.accountmigration.sandbox.traffic.WireCall;
import io.accountmigration.sandbox.wire.CppBodies.UserBody;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The users of a publisher in Cloud Partner Portal. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/cpp/api/publishers/{id}/users")
@SandboxTransaction
class CppUserController {

    private static final int LONGEST_TEXT = 400;

    private final Publishers publishers;
    private final PortalBehaviours behaviours;

    CppUserController(Publishers publishers, PortalBehaviours behaviours) {
        this.publishers = publishers;
        this.behaviours = behaviours;
    }

    @GetMapping
    @SandboxTransaction(readOnly = true)
    ResponseEntity<ListBody<UserBody>> users(@PathVariable String id) {
        var publisher = publishers.find(id).orElseThrow(() -> CppController.unknown(id));
        var users = publisher.users().entrySet().stream()
                .map(entry -> UserBody.of(entry.getKey(), entry.getValue()))
                .toList();
        return ResponseEntity.ok().eTag(publisher.etag()).body(ListBody.counted(users));
    }

    @PutMapping("/{userId}")
    ResponseEntity<UserBody> put(
            @PathVariable String id,
            @PathVariable String userId,
            @RequestBody UserBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var publisher = hold(id, call);
        if (!isText(body.address()) || !isText(userId) || body.role() == null) {
            throw new Refusal(400, "InvalidUser", "address and role are required.");
        }
        var user = body.user();
        if (!isAppointment(publisher, user, call)) {
            requireSync(publisher, call);
        }
        publisher.requireMatch(ifMatch);
        requireFree(publisher, userId, user);
        call.hadEffect(publisher.putUser(userId, user));
        return ResponseEntity.ok().eTag(publisher.etag()).body(UserBody.of(userId, user));
    }

    @DeleteMapping("/{userId}")
    ResponseEntity<Void> remove(
            @PathVariable String id,
            @PathVariable String userId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var publisher = hold(id, call);
        requireSync(publisher, call);
        publisher.requireMatch(ifMatch);
        if (!call.hadEffect(publisher.removeUser(userId))) {
            throw new Refusal(404, "UserNotFound", "Publisher " + id + " has no user " + userId + ".");
        }
        return ResponseEntity.noContent().eTag(publisher.etag()).build();
    }

    /** Of a publisher that has moved only the user sync changes users. */
    private static void requireSync(Publisher publisher, WireCall call) {
        if (publisher.accountId() == null) {
            throw new Refusal(
                    409, "PublisherNotMoved", "People still edit publisher " + publisher.publisherId() + " here.");
        }
        if (!isPartOf("user-sync", publisher, call)) {
            throw new Refusal(
                    409,
                    "PublisherReadOnly",
                    "Publisher " + publisher.publisherId() + " has moved to account " + publisher.accountId() + ".");
        }
    }

    /** People edit the users of a publisher that has not moved, and the search for an owner gives it the one it found. */
    private static boolean isAppointment(Publisher publisher, CppUser user, WireCall call) {
        return publisher.accountId() == null
                && user.role() == CppUser.Role.OWNER
                && user.active()
                && isPartOf("owner-search", publisher, call);
    }

    /** All calls that one activity makes for a publisher share a correlation id. */
    private static boolean isPartOf(String activity, Publisher publisher, WireCall call) {
        var name = activity + "/" + publisher.publisherId().toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .equals(call.correlationId());
    }

    private void requireFree(Publisher publisher, String userId, CppUser wanted) {
        var among = behaviours.current().uniqueAddresses();
        var counts = (Predicate<CppUser>) user -> switch (among) {
            case NONE -> false;
            case ACTIVE -> user.active();
            case ALL -> true;
        };
        var isTaken = counts.test(wanted)
                && publisher.users().entrySet().stream()
                        .filter(other -> !other.getKey().equals(userId))
                        .map(Map.Entry::getValue)
                        .filter(counts)
                        .anyMatch(other -> other.addressKey().equals(wanted.addressKey()));
        if (isTaken) {
            throw new Refusal(409, "AddressInUse", "Another user of the publisher has the address.");
        }
    }

    private Publisher hold(String id, WireCall call) {
        call.concerns(id);
        return publishers.hold(id).orElseThrow(() -> CppController.unknown(id));
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
    }
}
