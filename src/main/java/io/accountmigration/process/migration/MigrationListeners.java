package io.accountmigration.process.migration;

import io.accountmigration.process.engine.ProcessListeners;
import io.accountmigration.process.engine.PublisherLoggingListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims the publisher at each start of a migration, and names publisher and case in the log lines of its steps. */
@Component
class MigrationListeners extends ProcessListeners {

    MigrationListeners(ClaimMigrationListener claim, CaseLoggingListener caseLogging) {
        super(AccountMigrationModel.PROCESS_ID, List.of(claim), List.of(new PublisherLoggingListener(), caseLogging));
    }
}
