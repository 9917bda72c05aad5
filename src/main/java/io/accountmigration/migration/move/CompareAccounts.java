package io.accountmigration.migration.move;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.partner.AccountCondition;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.TwinEntries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads both accounts and compares them item by item; what does not move at all is listed as that. */
@Component
class CompareAccounts {

    private final CloudPartnerPortal portal;
    private final PortalUsersReader portalUsers;
    private final PartnerCenter partnerCenter;
    private final StepHandover stepHandover;
    private final Clock clock;

    CompareAccounts(
            CloudPartnerPortal portal,
            PortalUsersReader portalUsers,
            PartnerCenter partnerCenter,
            StepHandover stepHandover,
            Clock clock) {
        this.portal = portal;
        this.portalUsers = portalUsers;
        this.partnerCenter = partnerCenter;
        this.stepHandover = stepHandover;
        this.clock = clock;
    }

    /** Both accounts as they were read, one after the other. */
    record Reading(Publisher publisher, PublisherRoster portalRoster, AccountRoster roster, List<VerifiedItem> items) {

        /** Whether nobody has edited the old account since this version was read. */
        boolean isOf(String version) {
            return publisher.version().equals(version) && portalRoster.version().equals(version);
        }

        UsersRead users() {
            return new UsersRead(roster.users(), portalRoster);
        }

        boolean hasAnOwnerArrived(Migration migration) {
            return roster.hasOwnerOf(portalRoster.users(), migration);
        }

        /** Members who are in the new account although no user of the old one is like that. */
        List<RoleMember> surplus(Migration migration) {
            return roster.surplus(portalRoster.users(), migration);
        }

        /** Whether the portal lists the users, and their roles, as they were transferred. */
        boolean listsUsersAsTransferred(Migration migration) {
            return migration.move().isTransferOf(portalRoster.users());
        }

        /** Whether Partner Center shows everybody whom the case has added, and nobody any more whom it has removed. */
        boolean showsTransfer(Migration migration) {
            return roster.showsTransferOf(migration)
                    && (!listsUsersAsTransferred(migration)
                            || surplus(migration).isEmpty());
        }

        /** The first thing of these kinds that differs. */
        Optional<VerifiedItem> difference(Predicate<VerifiedItem> wanted) {
            return items.stream().filter(VerifiedItem::differs).filter(wanted).findFirst();
        }
    }

    /** The old account, and its settings compared with those of the new one. */
    record SettingsReading(Publisher publisher, List<VerifiedItem> items) {

        boolean isOf(String version) {
            return publisher.version().equals(version);
        }

        boolean isEqual() {
            return items.stream().noneMatch(VerifiedItem::differs);
        }
    }

    Reading read(Migration migration) {
        return read(migration, readSettings(migration));
    }

    /**
     * Compares the settings, unless those of this very version were found equal by a run before this one. What they were
     * copied from counts as long as the users, who are read afterwards, are of the same version.
     */
    SettingsReading readSettings(Migration migration) {
        var publisher = stepHandover
                .takeCopy(migration)
                .or(() -> portal.find(migration.publisherId()))
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        var areVerified = !migration.state().isFinal()
                && migration.move().areSettingsVerified(publisher.version(), clock.instant());
        var accountId = migration.accountId().orElseThrow();
        var items = publisher.settings().entrySet().stream()
                .map(area -> VerifiedItem.settings(
                        area.getKey().name(),
                        areVerified
                                ? List.of()
                                : differences(area.getValue(), partnerCenter.settingsOf(accountId, area.getKey()))))
                .toList();
        return new SettingsReading(publisher, items);
    }

    Reading read(Migration migration, SettingsReading settings) {
        var accountId = migration.accountId().orElseThrow();
        var condition = condition(migration, accountId);
        var members = condition.filter(AccountCondition.GONE::equals).isPresent()
                ? new AccountRoster(List.of(), TwinEntries.NONE)
                : AccountRoster.of(partnerCenter, accountId);
        var portalRoster = portalUsers.of(migration);
        var roster = members.lookedAtFor(portalRoster.users());
        var users = portalRoster.users().stream().flatMap(user -> compare(user, roster, migration));
        var items = Stream.of(
                        condition.stream().map(found -> account(found, migration)),
                        settings.items().stream(),
                        users,
                        usersGone(portalRoster, migration),
                        notMoved())
                .flatMap(part -> part)
                .toList();
        return new Reading(settings.publisher(), portalRoster, roster, items);
    }

    /** An account that has moved is in Partner Center only as long as it is active there. */
    private Optional<AccountCondition> condition(Migration migration, String accountId) {
        return migration.state().isFinal()
                ? Optional.of(AccountCondition.of(partnerCenter, migration.publisherId(), accountId))
                : Optional.empty();
    }

    private static VerifiedItem account(AccountCondition condition, Migration migration) {
        return VerifiedItem.account(condition, FindingCode.ACCOUNT_NOT_ACTIVE.naming(migration.publisherId()));
    }

    /** Users who left the old account while it was moved: nobody is dropped without a word. */
    private static Stream<VerifiedItem> usersGone(PublisherRoster portalRoster, Migration migration) {
        return migration.usersLeftBehind().stream()
                .filter(UserLeftBehind::hasLeft)
                .filter(left -> portalRoster.users().stream()
                        .noneMatch(user -> user.userId().equals(left.userId())))
                .map(left -> VerifiedItem.userLeftBehind(
                        left.userId(), left.finding().arguments().get(0), left.finding()));
    }

    private static List<String> differences(Map<String, Object> wanted, Optional<Map<String, Object>> found) {
        if (found.isEmpty()) {
            return List.of(VerifiedItem.MISSING);
        }
        return Stream.concat(wanted.keySet().stream(), found.get().keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(wanted.get(name), found.get().get(name)))
                .sorted()
                .toList();
    }

    private static Stream<VerifiedItem> compare(PublisherUser user, AccountRoster roster, Migration migration) {
        var isOver = migration.state().isFinal() || migration.move().isAdopted();
        var left = migration.usersLeftBehind().stream()
                .filter(behind -> !behind.hasLeft())
                .filter(behind -> behind.userId().equals(user.userId()))
                // Somebody may have added the person since.
                .filter(behind -> !isOver || roster.twins().isTwin(user) || !roster.hasArrived(user, migration))
                .findFirst();
        if (left.isPresent()) {
            return Stream.of(VerifiedItem.userLeftBehind(
                    user.userId(), user.address(), left.get().finding()));
        }
        // One that the sync has disabled since the move was moved, and was removed afterwards.
        return user.active() || !isOver
                ? Stream.of(VerifiedItem.user(
                        user.userId(),
                        user.address(),
                        roster.hasArrived(user, migration),
                        replaced(user, migration).orElse(null)))
                : Stream.empty();
    }

    private static Optional<Finding> replaced(PublisherUser user, Migration migration) {
        return migration.replacedSignIns().stream()
                .filter(replaced -> replaced.userId().equals(user.userId()))
                .findFirst()
                .map(UserLeftBehind::finding);
    }

    private static Stream<VerifiedItem> notMoved() {
        return Stream.of(VerifiedItem.Kind.OFFERS, VerifiedItem.Kind.PAYMENTS).map(VerifiedItem::notPartOfTheMove);
    }
}
