package io.accountmigration.migration;

import static io.accountmigration.migration.MigrationStep.TRANSFER_USERS;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.UserCheck;
import io.accountmigration.eligibility.UserVerdict;
import io.accountmigration.eligibility.UserVerdict.Carried;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.partner.Adding;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.PublisherUser;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries over users with the counterparts of their roles (R11) and lists those who cannot be carried. */
@Component
public class TransferUsers {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final UserCheck userCheck;
    private final MigrationSettings settings;
    private final Clock clock;

    TransferUsers(
            Migrations migrations,
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            UserCheck userCheck,
            MigrationSettings settings,
            Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.userCheck = userCheck;
        this.settings = settings;
        this.clock = clock;
    }

    /** Carries over as many users as there is time for; repeating it goes on where the last go ended. */
    @Transactional
    public MoveOutcome transfer(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var deadline = clock.instant().plus(settings.stepPatience());
        var roster = AccountRoster.of(partnerCenter, migration.accountId().orElseThrow());
        for (var user : portal.usersOf(migration.publisherId())) {
            if (roster.isSettled(user, migration)) {
                continue;
            }
            if (clock.instant().isAfter(deadline)) {
                return MoveOutcome.TO_BE_CONTINUED;
            }
            carry(user, migration);
        }
        migration.advance(TRANSFER_USERS, VERIFY_MOVE, clock.instant());
        return MoveOutcome.DONE;
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
            if (adding instanceof Adding.Refused) {
                var finding = FindingCode.USER_REFUSED.naming(user.address());
                migration.leaveBehind(new UserLeftBehind(user.userId(), finding), clock.instant());
            }
        }
    }

    /** The acting owner moves under the work address that was checked, whatever the old sign-in was. */
    private UserVerdict judge(PublisherUser user, Migration migration) {
        return user.isActiveOwner() && user.signsInAs(migration.actingOwner())
                ? new Carried(migration.workEmail())
                : userCheck.check(user, migration.enrolment().tenants());
    }
}
