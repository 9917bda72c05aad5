package io.accountmigration.migration.move;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stops a step of the move for a reason that the pages of the case show. */
@Component
class MoveBlockedFactory {

    private final Migrations migrations;
    private final TransactionOperations transaction;
    private final Clock clock;

    MoveBlockedFactory(Migrations migrations, TransactionOperations transaction, Clock clock) {
        this.migrations = migrations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the step throws; the case keeps the finding until the step is done. */
    MoveBlocked because(FindingCode code, Migration migration, String message) {
        return because(code.naming(migration.publisherId()), migration, message);
    }

    /** An address of two people would make one of them. */
    void requireOwnAddress(Migration migration, PublisherRoster roster) {
        if (migration.isWorkEmailOfAnother(roster.users())) {
            throw because(
                    FindingCode.ADDRESS_OF_ANOTHER_USER.naming(migration.workEmail()),
                    migration,
                    "another user of the publisher has the work address");
        }
    }

    /** Nobody in the new account could give rights to the others. */
    MoveBlocked noOwnerArrived(Migration migration, PublisherRoster roster) {
        return roster.users().stream().anyMatch(PublisherUser::isActingOwner)
                ? because(FindingCode.NO_OWNER_ARRIVED, migration, "none of the owners has arrived in Partner Center")
                : because(
                        FindingCode.NO_OWNER_LEFT,
                        migration,
                        "the publisher has no active owner in Cloud Partner Portal any more");
    }

    private MoveBlocked because(Finding finding, Migration migration, String message) {
        var instance = migration.processInstanceId();
        return new MoveBlocked(
                message,
                () -> transaction.executeWithoutResult(
                        status -> migrations.ofInstance(instance).blocked(finding, clock.instant())));
    }
}
