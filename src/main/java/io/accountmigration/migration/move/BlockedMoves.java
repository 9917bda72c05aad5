package io.accountmigration.migration.move;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stops a step of the move for a reason that people are told of, whoever looks at the case. */
@Component
class BlockedMoves {

    private final Migrations migrations;
    private final TransactionOperations transaction;
    private final Clock clock;

    BlockedMoves(Migrations migrations, TransactionOperations transaction, Clock clock) {
        this.migrations = migrations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the step throws; the case keeps the finding until the step is done. */
    MoveBlocked because(FindingCode code, Migration migration, String message) {
        var instance = migration.processInstanceId();
        var finding = code.naming(migration.publisherId());
        return new MoveBlocked(
                message,
                () -> transaction.executeWithoutResult(
                        status -> migrations.ofInstance(instance).blocked(finding, clock.instant())));
    }
}
