package io.accountmigration.hostile;

import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.move.ResumeMovedCases;
import io.accountmigration.migration.owners.RefreshOwnersOfWaitingCases;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.sandbox.data.sheet.Accounts;
import io.accountmigration.sandbox.data.sheet.Enrolments;
import io.accountmigration.sandbox.data.sheet.PeopleEdits;
import io.accountmigration.usersync.PollUserChanges;
import io.accountmigration.usersync.StartDueUserSyncs;
import io.accountmigration.usersync.StartUserSync;
import io.accountmigration.usersync.operations.RequestReconciliation;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

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
        CloudPartnerPortal portal,
        ResumeMovedCases resumeMovedCases,
        StartUserSync startUserSync,
        Migrations migrations,
        HostileWire wire,
        Enrolments enrolments,
        AdjustableClock clock,
        JdbcTemplate database) {

    private static final int PART = 100;
    private static final Duration BEGIN = Duration.ofHours(8);

    AccountSheet sheet(String publisherId) {
        return accounts.find(publisherId).orElseThrow();
    }

    boolean isUnderWay(String publisherId) {
        return migrations.living(publisherId).isPresent();
    }

    /** Each world begins at the same time of a day, after everything that was before. */
    void beginDay() {
        var now = clock.instant();
        clock.advance(Duration.between(
                now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).plus(BEGIN)));
        engine.tellTime();
    }

    /** Who has signed in, which a reset of the sandbox does not forget. */
    void forgetPeople() {
        database.update("delete from person");
    }

    void advance(Duration by) {
        wire.deliver();
        clock.advance(by);
        engine.tellTime();
    }

    /** As it happens at the start of the program, and each hour. */
    void adopt(String publisherId) {
        try {
            var moved = portal.movedPublishersAfter("", PART).stream()
                    .filter(publisher -> publisher.publisherId().equals(publisherId))
                    .toList();
            resumeMovedCases.find(moved).forEach(resumeMovedCases::resume);
            startUserSync.findUnknown(moved).stream()
                    .filter(unknown -> !isUnderWay(publisherId))
                    .forEach(startUserSync::adopt);
        } catch (OutsideUnavailable later) {
            // Whoever moved is looked for again.
        }
    }

    void wakeUserSync(String publisherId) {
        startDueUserSyncs.findDueAfter("").stream().filter(publisherId::equals).forEach(startDueUserSyncs::wake);
    }
}
