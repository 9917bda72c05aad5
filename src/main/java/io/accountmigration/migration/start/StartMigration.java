package io.accountmigration.migration.start;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.RequestOwnerSearch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts a migration for somebody who may have asked before and not heard the answer. */
@Component
public class StartMigration {

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
     * Starts the migration; the same idempotency key of the same caller finds the case it started before. Where the
     * publisher has no owner, operators are asked for one.
     *
     * @return the publisher, in the portal's spelling
     * @throws MigrationRefused when the migration may not start
     */
    public String start(
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
    private String readAndStart(
            String publisherId, Optional<String> requestedBy, Caller caller, Optional<IdempotentStartRequest> request) {
        try (var start = startReading.ahead(publisherId)) {
            return transaction.execute(status -> startNow(publisherId, requestedBy, caller, request));
        }
    }

    private String startNow(
            String publisherId, Optional<String> requestedBy, Caller caller, Optional<IdempotentStartRequest> request) {
        workflow.start(publisherId, requestedBy, caller);
        var migration = migrations.living(publisherId).orElseThrow();
        request.ifPresent(asked -> requests.save(asked.answeredWith(migration.publisherId())));
        return migration.publisherId();
    }

    private Optional<String> answeredBefore(IdempotentStartRequest request) {
        return requests.findById(request.id()).map(earlier -> {
            if (!earlier.asksTheSameAs(request)) {
                throw MigrationRefused.because(Refusal.IDEMPOTENCY_KEY_REUSED, request.publisherId());
            }
            return earlier.publisherId();
        });
    }

    static UUID idOf(Caller caller, String key) {
        return UUID.nameUUIDFromBytes((caller.userId() + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
