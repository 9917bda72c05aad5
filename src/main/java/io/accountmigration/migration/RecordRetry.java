package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes in the audit trail that an operator has a step tried again. */
@Component
public class RecordRetry {

    private final Migrations migrations;
    private final Clock clock;

    RecordRetry(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /** The caller retries the step of this instance; an instance without a case is ignored. */
    @Transactional
    public void note(String processInstanceId, Caller caller) {
        migrations
                .findByProcessInstanceId(processInstanceId)
                .ifPresent(migration -> migration.retried(caller.actor(), clock.instant()));
    }
}
