package io.accountmigration.migration.move;

import static io.accountmigration.eligibility.FindingCode.USER_LIST_INCOMPLETE;
import static io.accountmigration.migration.MigrationStep.TRANSFER_USERS;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.UserCheck;
import io.accountmigration.eligibility.UserVerdict;
import io.accountmigration.eligibility.UserVerdict.Carried;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.migration.KnownUser;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.TwinEntries;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries over users with the counterparts of their roles (R11) and lists those who cannot be carried. */
@Component
public class TransferUsers {

    private final Migrations migrations;
    private final PortalUsersReader portalUsers;
    private final PartnerCenter partnerCenter;
    private final UserCheck userCheck;
    private final AdoptMovedAccount adoptMovedAccount;
    private final RecordUsersNotMoved recordUsersNotMoved;
    private final MoveBlockedFactory moveBlockedFactory;
    private final StepHandover stepHandover;
    private final MigrationSettings settings;
    private final Clock clock;

    TransferUsers(
            Migrations migrations,
            PortalUsersReader portalUsers,
            PartnerCenter partnerCenter,
            UserCheck userCheck,
            AdoptMovedAccount adoptMovedAccount,
            RecordUsersNotMoved recordUsersNotMoved,
            MoveBlockedFactory moveBlockedFactory,
            StepHandover stepHandover,
            MigrationSettings settings,
            Clock clock) {
        this.migrations = migrations;
        this.portalUsers = portalUsers;
        this.partnerCenter = partnerCenter;
        this.userCheck = userCheck;
        this.adoptMovedAccount = adoptMovedAccount;
        this.recordUsersNotMoved = recordUsersNotMoved;
        this.moveBlockedFactory = moveBlockedFactory;
        this.stepHandover = stepHandover;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Carries over the users who have not arrived yet, and looks for those whom the portal lists no more.
     *
     * @throws StepToBeContinued when there are more than there is time for; the next run continues where this one ended
     * @throws MoveBlocked when the portal's list is not whole, or none of the owners can be carried
     */
    @Transactional
    public MoveOutcome transfer(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var run = run(migration);
        run.transfer();
        migration.move().transferred(run.portalRoster.users());
        migration.advance(TRANSFER_USERS, VERIFY_MOVE, clock.instant());
        return MoveOutcome.DONE;
    }

    private Run run(Migration migration) {
        var deadline = clock.instant().plus(settings.stepPatience());
        var isNew = stepHandover.takeOpened(migration) && !migration.move().isAdopted();
        var adopted = !isNew && isAdopted(migration);
        var members = isNew
                ? new AccountRoster(List.of(), TwinEntries.NONE)
                : AccountRoster.of(partnerCenter, migration.accountId().orElseThrow());
        return new Run(migration, adopted, members, deadline);
    }

    /** Asks for the account first: people work in an active one, and nobody is added to it any more. */
    private boolean isAdopted(Migration migration) {
        return migration.move().isAdopted()
                || partnerCenter
                                .accountOf(migration.publisherId())
                                .filter(account -> account.state() == State.ACTIVE)
                                .isPresent()
                        && adoptMovedAccount.adopt(migration);
    }

    /** One run of the step, until it is done or out of time. */
    private class Run {

        private final Migration migration;
        private final boolean adopted;
        private final Instant deadline;
        private final List<UserLeftBehind> leftBehindBefore;
        private final AccountRoster roster;
        private final List<RoleMember> surplus;
        private final PublisherRoster portalRoster;
        private boolean ownerArrived;

        private Run(Migration migration, boolean adopted, AccountRoster members, Instant deadline) {
            this.migration = migration;
            this.adopted = adopted;
            this.deadline = deadline;
            this.leftBehindBefore = migration.usersLeftBehind();
            this.portalRoster = stepHandover.takeRoster(migration).orElseGet(() -> portalUsers.of(migration));
            var known = members.lookedAtFor(portalRoster.users());
            this.surplus = adopted ? List.of() : known.surplus(portalRoster.users(), migration);
            this.roster = known.without(surplus);
            this.ownerArrived = roster.hasOwnerOf(portalRoster.users(), migration);
        }

        private void transfer() {
            if (adopted) {
                forgetUnusedAddress();
            } else {
                portalUsers.requireCurrent(portalRoster, migration);
                moveBlockedFactory.requireOwnAddress(migration, portalRoster);
            }
            var missing = PortalUsersReader.missing(migration, portalRoster).stream()
                    .filter(known -> !adopted && !isLeftBehind(known.userId()))
                    .<Runnable>map(known -> () -> lookFor(known));
            var newcomers = portalRoster.users().stream()
                    .filter(this::isNewcomer)
                    .<Runnable>map(user -> adopted ? () -> listUnlessThere(user) : () -> carry(user));
            // Last: who is missing from the list has been looked for, and the account never is without an owner.
            var leavers = surplus.stream().<Runnable>map(member -> () -> takeBack(member));
            var todo =
                    Stream.of(missing, newcomers, leavers).flatMap(part -> part).toList();
            // Each run gets somebody done, also where reading alone took its time.
            for (var done = 0; done < todo.size(); done++) {
                if (done > 0 && clock.instant().isAfter(deadline)) {
                    throw toBeContinued(done, todo.size());
                }
                todo.get(done).run();
            }
            if (!ownerArrived && !adopted) {
                throw moveBlockedFactory.noOwnerArrived(migration, portalRoster);
            }
        }

        /** The account may have moved with another answer than the one that the case remembers. */
        private void forgetUnusedAddress() {
            if (roster.users().stream().noneMatch(member -> member.isNamed(migration.workEmail()))) {
                migration.forgetWorkEmail();
            }
        }

        /** A twin is listed at once, unless its address is the replaced one: it is listed as that. */
        private boolean isNewcomer(PublisherUser user) {
            return roster.twins().standInOf(user).isPresent()
                    ? !isLeftBehind(user.userId()) && !isReplaced(user)
                    : !roster.isSettled(user, migration);
        }

        private boolean isReplaced(PublisherUser twin) {
            return migration.isActingOwner(roster.twins().personOf(twin)) && !twin.signsInAs(migration.workEmail());
        }

        private boolean isLeftBehind(String userId) {
            return migration.usersLeftBehind().stream()
                    .anyMatch(left -> left.userId().equals(userId));
        }

        private void lookFor(KnownUser known) {
            if (portalUsers.hasInSpiteOf(portalRoster, known, migration)) {
                throw moveBlockedFactory.because(
                        USER_LIST_INCOMPLETE,
                        migration,
                        "Cloud Partner Portal does not list user " + known.userId() + ", who is there");
            }
            leaveBehind(known.userId(), PortalUsersReader.whyMissing(known));
        }

        /**
         * Who is not there was left behind when the account moved, or has been removed since; whose entry is disabled has
         * left both accounts.
         */
        private void listUnlessThere(PublisherUser user) {
            if (user.active() && (roster.twins().isTwin(user) || !roster.hasAddress(user.address()))) {
                leaveBehind(user.userId(), whyNotThere(user));
            }
        }

        private Finding whyNotThere(PublisherUser user) {
            var isKnown = roster.twins().isTwin(user) || migration.enrolment().isUsable();
            return isKnown && judge(user) instanceof NotCarried notCarried
                    ? notCarried.finding()
                    : FindingCode.USER_NOT_ARRIVED.naming(user.address());
        }

        /** The acting owner moves under the work address that was checked, not under the old sign-in. */
        private UserVerdict judge(PublisherUser user) {
            if (roster.twins().isTwin(user)) {
                return new NotCarried(FindingCode.USER_IS_TWIN.naming(user.address()));
            }
            return migration.isActingOwner(user)
                    ? new Carried(migration.workEmail())
                    : userCheck.check(user, migration.enrolment().tenants());
        }

        private void carry(PublisherUser user) {
            var verdict = judge(user);
            if (verdict instanceof NotCarried notCarried) {
                leaveBehind(user.userId(), notCarried.finding());
            } else if (verdict instanceof Carried carried) {
                var role = PartnerRole.counterpartOf(user.role());
                var adding = partnerCenter.addUser(
                        migration.accountId().orElseThrow(),
                        role,
                        carried.userPrincipalName(),
                        user.displayName(),
                        migration.request(
                                TRANSFER_USERS,
                                role + "/" + carried.userPrincipalName() + "/" + portalRoster.version()));
                if (adding instanceof AddUserResult.Refused) {
                    leaveBehind(user.userId(), whyRefused(user, migration));
                } else {
                    ownerArrived = ownerArrived || user.isActingOwner();
                }
            }
        }

        private void takeBack(RoleMember member) {
            partnerCenter.removeUser(
                    migration.accountId().orElseThrow(),
                    member,
                    migration.request(
                            TRANSFER_USERS,
                            "remove/" + member.role() + "/" + member.memberId() + "/" + portalRoster.version()));
        }

        private void leaveBehind(String userId, Finding finding) {
            migration.leaveBehind(new UserLeftBehind(userId, finding), clock.instant());
        }

        private RuntimeException toBeContinued(int done, int all) {
            var instance = migration.processInstanceId();
            var found = migration.usersLeftBehind().stream()
                    .filter(user -> !leftBehindBefore.contains(user))
                    .toList();
            return new StepToBeContinued(
                    (all - done) + " users are left to transfer", () -> recordUsersNotMoved.leave(instance, found));
        }
    }

    /** What the directory says now may explain it, where the check has relied on an earlier answer. */
    private Finding whyRefused(PublisherUser user, Migration migration) {
        return !migration.isActingOwner(user)
                        && userCheck.checkAnew(user, migration.enrolment().tenants()) instanceof NotCarried notCarried
                ? notCarried.finding()
                : FindingCode.USER_REFUSED.naming(user.address());
    }
}
