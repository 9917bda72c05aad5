package io.accountmigration.hostile;

import io.accountmigration.migration.owners.RefreshOwnersOfWaitingCases;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.sandbox.data.sheet.Accounts;
import io.accountmigration.sandbox.data.sheet.PeopleEdits;
import io.accountmigration.usersync.PollUserChanges;
import io.accountmigration.usersync.StartDueUserSyncs;
import io.accountmigration.usersync.operations.RequestReconciliation;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;

/** What turns the wheels of a story: the schedules, the clock, and what people do in the portals themselves. */
@TestComponent
record Staff(
        Engine engine,
        Accounts accounts,
        PeopleEdits edits,
        PollUserChanges pollUserChanges,
        StartDueUserSyncs startDueUserSyncs,
        RefreshOwnersOfWaitingCases refreshOwnersOfWaitingCases,
        RequestReconciliation requestReconciliation,
        AdjustableClock clock) {

    AccountSheet sheet(String publisherId) {
        return accounts.find(publisherId).orElseThrow();
    }

    void advance(Duration by) {
        ClockUtil.offset(clock.advance(by).toMillis());
    }

    void wakeUserSync(String publisherId) {
        startDueUserSyncs.findDueAfter("").stream().filter(publisherId::equals).forEach(startDueUserSyncs::wake);
    }
}
