package io.accountmigration.migration.start;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RequestOwnerSearch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts a migration for somebody who may have asked before and not heard the answer. */
@Component
public class StartMigration {

    /** How long the same key gets the same answer. */
    public static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    /**
     * A case that was started now or by the same request before.
     *
     * @param publisherId in the portal's spelling
     * @param answer what the first call under the idempotency key was answered, once it was
     */
    public record Started(String publisherId, UUID caseId, Optional<String> answer) {}

    private final MigrationWorkflow workflow;
    private final Migrations migrations;
    private final IdempotentStartRequests requests;
    private final RequestOwnerSearch requestOwnerSearch;
    private final StartReading startReading;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StartMigration(
            MigrationWorkflow workflow,
            Migrations migrations,
            IdempotentStartRequests requests,
            RequestOwnerSearch requestOwnerSearch,
            StartReading startReading,
            TransactionTemplate transaction,
            Clock clock) {
        this.workflow = workflow;
        this.migrations = migrations;
        this.requests = requests;
        this.requestOwnerSearch = requestOwnerSearch;
        this.startReading = startReading;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Starts the migration; the same idempotency key of the same caller finds the case it started before, for a day.
     * Where the publisher has no owner, operators are asked for one.
     *
     * @throws MigrationRefused when the migration may not start
     */
    public Started start(
            String publisherId, Optional<String> requestedBy, Caller caller, Optional<String> idempotencyKey) {
        var request = idempotencyKey.map(
                key -> IdempotentStartRequest.of(caller, key, publisherId, requestedBy.orElse(""), clock.instant()));
        var earlier = request.flatMap(this::answeredBefore);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return readAndStart(publisherId, requestedBy, caller, request);
        } catch (MigrationRefused refused) {
            requestOwnerSearch.after(refused.refusal(), refused.subject());
            // The same request may have been answered while this one waited for the publisher.
            return request.flatMap(this::answeredBefore).orElseThrow(() -> refused);
        }
    }

    /** Nobody holds a connection to the database while the portal is asked. */
    private Started readAndStart(
            String publisherId, Optional<String> requestedBy, Caller caller, Optional<IdempotentStartRequest> request) {
        try (var start = startReading.ahead(publisherId)) {
            return transaction.execute(status -> startNow(publisherId, requestedBy, caller, request));
        }
    }

    private Started startNow(
            String publisherId, Optional<String> requestedBy, Caller caller, Optional<IdempotentStartRequest> request) {
        workflow.start(publisherId, requestedBy, caller);
        var migration = migrations.living(publisherId).orElseThrow();
        request.ifPresent(asked -> requests.save(asked.hasStarted(migration)));
        return new Started(migration.publisherId(), migration.id(), Optional.empty());
    }

    /** Keeps the answer to the first call under a key, for those that repeat it. */
    public void answered(Caller caller, String key, String answer) {
        transaction.executeWithoutResult(
                status -> requests.findById(idOf(caller, key)).ifPresent(request -> request.answeredWith(answer)));
    }

    /** Forgets what callers cannot ask for any more: answers name people. */
    @Transactional
    public void forgetOldAnswers() {
        requests.deleteByAskedAtBefore(oldest());
    }

    private Optional<Started> answeredBefore(IdempotentStartRequest request) {
        return requests.findById(request.id())
                .filter(earlier -> !earlier.isOlderThan(oldest()))
                .map(earlier -> {
                    if (!earlier.asksTheSameAs(request)) {
                        throw MigrationRefused.because(Refusal.IDEMPOTENCY_KEY_REUSED, request.publisherId());
                    }
                    return earlier.started();
                });
    }

    private Instant oldest() {
        return clock.instant().minus(ANSWERS_KEPT);
    }

    static UUID idOf(Caller caller, String key) {
        return UUID.nameUUIDFromBytes((caller.userId() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
