package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.MAKE_PUBLISHER_READ_ONLY;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads both accounts back and compares them. Its commit is the point of no return. */
@Component
public class VerifyMove {

    private final Migrations migrations;
    private final CompareAccounts compareAccounts;
    private final VerificationReports reports;
    private final Clock clock;

    VerifyMove(Migrations migrations, CompareAccounts compareAccounts, VerificationReports reports, Clock clock) {
        this.migrations = migrations;
        this.compareAccounts = compareAccounts;
        this.reports = reports;
        this.clock = clock;
    }

    /** Compares every setting and every user; a difference stops the move for an operator to look at. */
    @Transactional
    public MoveOutcome verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var items = compareAccounts.compare(migration);
        items.stream().filter(VerifiedItem::differs).findFirst().ifPresent(item -> {
            throw new MoveBlocked(item.inWords());
        });
        reports.save(new VerificationReport(migration.id(), items, clock.instant()));
        migration.move().verified(clock.instant());
        migration.advance(VERIFY_MOVE, MAKE_PUBLISHER_READ_ONLY, clock.instant());
        return MoveOutcome.DONE;
    }
}
