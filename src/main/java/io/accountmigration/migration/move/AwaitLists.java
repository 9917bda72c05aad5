package io.accountmigration.migration.move;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.move.CompareAccounts.Reading;
import io.accountmigration.partner.ListLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has the new account looked at again where its lists do not show yet what the transfer of users has written: they may be
 * behind. That is nobody's problem until they must have shown it.
 */
@Component
class AwaitLists {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Migrations migrations;
    private final ListLag lists;
    private final TransactionOperations transaction;
    private final Clock clock;

    AwaitLists(Migrations migrations, ListLag lists, TransactionOperations transaction, Clock clock) {
        this.migrations = migrations;
        this.lists = lists;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Returns when the lists show what was written, or must show it by now.
     *
     * @throws StepToBeContinued at every look before
     */
    void untilTheyShowTransfer(Migration migration, Reading reading) {
        var now = clock.instant();
        // The step began when everything was written.
        var until = migration.since().plus(lists.lag());
        if (now.isBefore(until) && !reading.showsTransfer(migration)) {
            var pause = pause(Duration.between(migration.since(), now), Duration.between(now, until));
            var instance = migration.processInstanceId();
            throw new StepToBeContinued(
                    "Partner Center does not show yet what was written",
                    pause,
                    () -> transaction.executeWithoutResult(status -> lookAgain(instance, now.plus(pause))));
        }
    }

    /** As long as it has lasted already: often at first, and then less and less often. */
    private static Duration pause(Duration passed, Duration left) {
        var pause = passed.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : passed;
        var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return bounded.compareTo(left) > 0 ? left : bounded;
    }

    private void lookAgain(String processInstanceId, Instant at) {
        migrations.ofInstance(processInstanceId).looksAgain(at, clock.instant());
    }
}
