package io.accountmigration.migration.preparation;

import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks an owner for another work address where the mail server refuses the one that a code was sent to. */
@Component
public class ReturnUndeliverableAddress {

    private final Migrations migrations;
    private final MigrationWorkflow workflow;

    ReturnUndeliverableAddress(Migrations migrations, MigrationWorkflow workflow) {
        this.migrations = migrations;
        this.workflow = workflow;
    }

    /** Leads the case back to its address, unless it does not wait for a code from there any more. */
    @Transactional
    public void returnTo(UUID caseId, String refused) {
        migrations
                .findById(caseId)
                .filter(migration -> migration.workEmailUndeliverable(refused))
                .ifPresent(migration -> workflow.askForWorkEmail(migration.processInstanceId()));
    }
}
