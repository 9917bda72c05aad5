package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.TRANSFER_USERS;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.UserCheck;
import io.accountmigration.eligibility.UserVerdict;
import io.accountmigration.eligibility.UserVerdict.Carried;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.PublisherUser;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries over users with the counterparts of their roles (R11) and lists those who cannot be carried. */
@Component
public class TransferUsers {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final UserCheck userCheck;
    private final RecordUsersNotMoved recordUsersNotMoved;
    private final MigrationSettings settings;
    private final Clock clock;

    TransferUsers(
            Migrations migrations,
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            UserCheck userCheck,
            RecordUsersNotMoved recordUsersNotMoved,
            MigrationSettings settings,
            Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.userCheck = userCheck;
        this.recordUsersNotMoved = recordUsersNotMoved;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Carries over the users who have not arrived yet.
     *
     * @throws StepToBeContinued when there are more than there is time for; the next run goes on where this one ended
     */
    @Transactional
    public MoveOutcome transfer(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var deadline = clock.instant().plus(settings.stepPatience());
        var leftBehindBefore = migration.usersLeftBehind();
        var roster = AccountRoster.of(partnerCenter, migration.accountId().orElseThrow());
        var missing = portal.usersOf(migration.publisherId()).stream()
                .filter(user -> !roster.isSettled(user, migration))
                .toList();
        for (var user : missing) {
            if (clock.instant().isAfter(deadline)) {
                throw toBeContinued(migration, leftBehindBefore, missing, user);
            }
            carry(user, migration);
        }
        migration.advance(TRANSFER_USERS, VERIFY_MOVE, clock.instant());
        return MoveOutcome.DONE;
    }

    /** A run that only had time to read would go on for ever: it fails like a system that is too slow to be asked. */
    private RuntimeException toBeContinued(
            Migration migration,
            List<UserLeftBehind> leftBehindBefore,
            List<PublisherUser> missing,
            PublisherUser next) {
        var settled = missing.indexOf(next);
        if (settled == 0) {
            return new MoveBlocked("reading who has arrived left no time to transfer anybody");
        }
        var instance = migration.processInstanceId();
        var found = migration.usersLeftBehind().stream()
                .filter(user -> !leftBehindBefore.contains(user))
                .toList();
        return new StepToBeContinued(
                (missing.size() - settled) + " users are left to transfer",
                () -> recordUsersNotMoved.leave(instance, found));
    }

    private void carry(PublisherUser user, Migration migration) {
        var verdict = judge(user, migration);
        if (verdict instanceof NotCarried notCarried) {
            migration.leaveBehind(new UserLeftBehind(user.userId(), notCarried.finding()), clock.instant());
        } else if (verdict instanceof Carried carried) {
            var role = PartnerRole.counterpartOf(user.role());
            var adding = partnerCenter.addUser(
                    migration.accountId().orElseThrow(),
                    role,
                    carried.userPrincipalName(),
                    user.displayName(),
                    migration.request(TRANSFER_USERS, role + "/" + carried.userPrincipalName()));
            if (adding instanceof AddUserResult.Refused) {
                var finding = FindingCode.USER_REFUSED.naming(user.address());
                migration.leaveBehind(new UserLeftBehind(user.userId(), finding), clock.instant());
            }
        }
    }

    /** The acting owner moves under the work address that was checked, whatever the old sign-in was. */
    private UserVerdict judge(PublisherUser user, Migration migration) {
        return migration.isActingOwner(user)
                ? new Carried(migration.workEmail())
                : userCheck.check(user, migration.enrolment().tenants());
    }
}
