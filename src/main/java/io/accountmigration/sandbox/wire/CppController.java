package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.data.Keys;
import io.accountmigration.sandbox.data.Lock;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
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

/** Publishers in Cloud Partner Portal: reading, locking and switching them over. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/cpp/api/publishers")
@SandboxTransaction
class CppController {

    private final Publishers publishers;
    private final Clock clock;

    CppController(Publishers publishers, Clock clock) {
        this.publishers = publishers;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    ResponseEntity<PublisherBody> publisher(@PathVariable String id) {
        return answer(publishers.find(id).orElseThrow(() -> unknown(id)));
    }

    @GetMapping
    Items<OwnPublisherBody> publishersOf(@RequestParam String user) {
        var address = Keys.of(user);
        return Items.plain(publishers.ofUser(address).stream()
                .map(publisher -> OwnPublisherBody.of(publisher, address))
                .toList());
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
