package io.accountmigration.migration.revert;

import static io.accountmigration.migration.MigrationStep.VERIFY_REVERT;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.publisher.CloudPartnerPortal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sure that everything is as it was, late enough to see an effect whose answer was lost. */
@Component
public class VerifyRevert {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final CloseAccountOpenedByCase closeAccountOpenedByCase;

    VerifyRevert(Migrations migrations, CloudPartnerPortal portal, CloseAccountOpenedByCase closeAccountOpenedByCase) {
        this.migrations = migrations;
        this.portal = portal;
        this.closeAccountOpenedByCase = closeAccountOpenedByCase;
    }

    /** Undoes once more what came late. What is still shown after that fails the step, as often as it is retried. */
    @Transactional
    public void verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (closeAccountOpenedByCase.closeFor(migration, VERIFY_REVERT)
                && closeAccountOpenedByCase.openedBy(migration).isPresent()) {
            throw new MoveBlocked("Partner Center still shows the account that it has closed");
        }
        if (isLocked(migration)) {
            portal.unlock(migration.publisherId(), migration.request(VERIFY_REVERT, ""));
            if (isLocked(migration)) {
                throw new MoveBlocked("Cloud Partner Portal still shows the lock that it has ended");
            }
        }
    }

    private boolean isLocked(Migration migration) {
        return portal.isLockedBy(migration.publisherId(), migration.id());
    }
}
