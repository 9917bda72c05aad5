package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.Lock;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Publishers.Moved;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.Settings;
import io.accountmigration.sandbox.traffic.WireCall;
import io.accountmigration.sandbox.wire.CppBodies.OwnPublisherBody;
import io.accountmigration.sandbox.wire.CppBodies.PublisherBody;
import io.accountmigration.sandbox.wire.CppBodies.SwitchBody;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishers in Cloud Partner Portal: reading them, locking and switching them over, and keeping them up to date after that. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/cpp/api/publishers")
@SandboxTransaction
class CppController {

    private static final int LARGEST_PAGE = 1000;

    /** A publisher in the list of all of them. */
    record ListedBody(String publisherId) {}

    private final Publishers publishers;
    private final Clock clock;

    CppController(Publishers publishers, Clock clock) {
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    @SandboxTransaction(readOnly = true)
    ResponseEntity<PublisherBody> publisher(@PathVariable String id) {
        return answer(publishers.find(id).orElseThrow(() -> unknown(id)));
    }

    @GetMapping
    @SandboxTransaction(readOnly = true)
    ListBody<OwnPublisherBody> publishersOf(@RequestParam String user) {
        var address = KeyNormalization.of(user);
        return ListBody.counted(publishers.ofUser(address).stream()
                .map(publisher -> OwnPublisherBody.of(publisher, address))
                .toList());
    }

    @GetMapping(params = "status")
    @SandboxTransaction(readOnly = true)
    ListBody<Moved> publishersIn(
            @RequestParam String status,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int size) {
        requireSize(size);
        if (!status.equals(CppStatus.READ_ONLY.name())) {
            throw new Refusal(400, "InvalidStatus", "Only publishers that are READ_ONLY can be listed.");
        }
        return ListBody.counted(publishers.movedAfter(KeyNormalization.of(after), size));
    }

    @GetMapping(params = {"after", "!status"})
    @SandboxTransaction(readOnly = true)
    ListBody<ListedBody> publishersAfter(@RequestParam String after, @RequestParam(defaultValue = "100") int size) {
        requireSize(size);
        return ListBody.counted(publishers.idsAfter(KeyNormalization.of(after), size).stream()
                .map(ListedBody::new)
                .toList());
    }

    private static void requireSize(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Refusal(400, "InvalidSize", "size must be between 1 and " + LARGEST_PAGE + ".");
        }
    }

    @PutMapping("/{id}/settings/{name}")
    ResponseEntity<JsonNode> putSettings(
            @PathVariable String id,
            @PathVariable String name,
            @RequestBody JsonNode value,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var publisher = hold(id, call);
        if (!Settings.isName(name) || !value.isObject()) {
            throw new Refusal(400, "InvalidSettings", "Settings are agreement, company or payout, and an object.");
        }
        publisher.requireMatch(ifMatch);
        call.hadEffect(publisher.putSettings(name, value));
        return ResponseEntity.ok().eTag(publisher.etag()).body(value);
    }

    @PutMapping("/{id}/lock")
    ResponseEntity<PublisherBody> lock(
            @PathVariable String id, @RequestBody Lock lock, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var publisher = hold(id, call);
        if (lock.caseId() == null || lock.caseId().isBlank() || lock.until() == null) {
            throw new Refusal(400, "InvalidLock", "caseId and until are required.");
        }
        call.hadEffect(publisher.lock(lock.caseId(), lock.until(), clock.instant()));
        return answer(publisher);
    }

    @DeleteMapping("/{id}/lock")
    ResponseEntity<Void> unlock(
            @PathVariable String id, @RequestParam String caseId, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        hold(id, call).unlock(caseId, clock.instant());
        call.hadEffect(true);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/switch")
    ResponseEntity<PublisherBody> switchOver(
            @PathVariable String id,
            @RequestBody SwitchBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var publisher = hold(id, call);
        if (body.accountId() == null || body.accountId().isBlank()) {
            throw new Refusal(400, "InvalidSwitch", "accountId is required.");
        }
        call.hadEffect(publisher.switchTo(body.accountId(), ifMatch));
        return answer(publisher);
    }

    private Publisher hold(String id, WireCall call) {
        call.concerns(id);
        return publishers.hold(id).orElseThrow(() -> unknown(id));
    }

    private ResponseEntity<PublisherBody> answer(Publisher publisher) {
        return ResponseEntity.ok().eTag(publisher.etag()).body(PublisherBody.of(publisher, clock.instant()));
    }

    static Refusal unknown(String id) {
        return new Refusal(404, "PublisherNotFound", "There is no publisher " + id + ".");
    }
}
