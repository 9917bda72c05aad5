package io.accountmigration.migration.move;

import static io.accountmigration.eligibility.FindingCode.USER_LIST_INCOMPLETE;
import static io.accountmigration.migration.MigrationStep.MAKE_PUBLISHER_READ_ONLY;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.move.CompareAccounts.Reading;
import io.accountmigration.migration.move.CompareAccounts.SettingsReading;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads both accounts back and compares them. Its commit is the point of no return. */
@Component
public class VerifyMove {

    private final Migrations migrations;
    private final PortalUsersReader portalUsers;
    private final CompareAccounts compareAccounts;
    private final VerificationReports reports;
    private final MoveBlockedFactory moveBlockedFactory;
    private final AdoptMovedAccount adoptMovedAccount;
    private final RecordVerifiedSettings recordVerifiedSettings;
    private final AwaitLists awaitLists;
    private final MigrationSettings settings;
    private final Clock clock;

    VerifyMove(
            Migrations migrations,
            PortalUsersReader portalUsers,
            CompareAccounts compareAccounts,
            VerificationReports reports,
            MoveBlockedFactory moveBlockedFactory,
            AdoptMovedAccount adoptMovedAccount,
            RecordVerifiedSettings recordVerifiedSettings,
            AwaitLists awaitLists,
            MigrationSettings settings,
            Clock clock) {
        this.migrations = migrations;
        this.portalUsers = portalUsers;
        this.compareAccounts = compareAccounts;
        this.reports = reports;
        this.moveBlockedFactory = moveBlockedFactory;
        this.adoptMovedAccount = adoptMovedAccount;
        this.recordVerifiedSettings = recordVerifiedSettings;
        this.awaitLists = awaitLists;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Compares every setting and every user, in one job where the outside is fast, else in two; a difference stops the
     * move for an operator to look at. What somebody has edited since the transfer is not verified but transferred again,
     * which the step after this one sees to.
     *
     * @throws StepToBeContinued where Partner Center does not show yet what was written
     */
    @Transactional
    public MoveOutcome verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var startedAt = clock.instant();
        var settingsReading = compareAccounts.readSettings(migration);
        leaveUsersToNextJobIfSlow(migration, settingsReading, startedAt);
        var reading = compareAccounts.read(migration, settingsReading);
        var adopted = isAdopted(migration, reading.publisher());
        if (!adopted) {
            portalUsers.requireCurrent(reading.portalRoster(), migration);
            requireSettings(reading, migration);
            awaitLists.untilTheyShowTransfer(migration, reading);
        }
        if (adopted
                || reading.isOf(migration.move().transferredVersion()) && isWhatWasTransferred(reading, migration)) {
            if (!adopted) {
                requireAllThere(reading, migration);
            }
            var usersRead = adopted ? null : reading.users();
            reports.save(new VerificationReport(migration.id(), reading.items(), usersRead, startedAt));
            migration.move().verified(clock.instant());
        }
        migration.advance(VERIFY_MOVE, MAKE_PUBLISHER_READ_ONLY, clock.instant());
        return MoveOutcome.DONE;
    }

    /** The users are read as a whole, which takes as many calls again: both must fit into the lock of their job. */
    private void leaveUsersToNextJobIfSlow(Migration migration, SettingsReading reading, Instant startedAt) {
        var version = migration.move().transferredVersion();
        var tookLong =
                clock.instant().isAfter(startedAt.plus(settings.stepPatience().dividedBy(2)));
        if (tookLong
                && reading.isOf(version)
                && reading.isEqual()
                && !migration.move().areSettingsVerified(version, startedAt)) {
            throw new StepToBeContinued(
                    "the users are left to verify",
                    () -> recordVerifiedSettings.of(migration.processInstanceId(), version));
        }
    }

    /** People have worked in an account that moved before the case knew: what differs is listed, and the user sync's. */
    private boolean isAdopted(Migration migration, Publisher publisher) {
        return migration.move().isAdopted() || publisher.isMigrated() && adoptMovedAccount.adopt(migration);
    }

    /**
     * Of two lists of one version that differ, one is old or short. The portal gets time until the next attempt, in which
     * the users are transferred again whatever the list says now, where everybody who is missing is looked for.
     */
    private boolean isWhatWasTransferred(Reading reading, Migration migration) {
        if (migration
                .problem()
                .filter(known -> known.code() == USER_LIST_INCOMPLETE)
                .isPresent()) {
            migration.move().checkUsersAgain();
            return false;
        }
        if (!reading.listsUsersAsTransferred(migration)) {
            throw moveBlockedFactory.because(
                    USER_LIST_INCOMPLETE,
                    migration,
                    "Cloud Partner Portal does not list the same users in the version that it did before");
        }
        return true;
    }

    /** Settings are read one by one, so they are never behind. */
    private static void requireSettings(Reading reading, Migration migration) {
        if (reading.isOf(migration.move().transferredVersion())) {
            reading.difference(VerifiedItem::isOfSettings).ifPresent(VerifyMove::stop);
        }
    }

    private static void stop(VerifiedItem difference) {
        throw new MoveBlocked(difference.inWords());
    }

    private void requireAllThere(Reading reading, Migration migration) {
        moveBlockedFactory.requireOwnAddress(migration, reading.portalRoster());
        if (!reading.hasAnOwnerArrived(migration)) {
            throw moveBlockedFactory.noOwnerArrived(migration, reading.portalRoster());
        }
        reading.surplus(migration).stream().findFirst().ifPresent(member -> {
            throw new MoveBlocked("member " + member.memberId() + " is in Partner Center with the role " + member.role()
                    + ", which no such user of Cloud Partner Portal has");
        });
        reading.difference(item -> true).ifPresent(VerifyMove::stop);
    }
}
