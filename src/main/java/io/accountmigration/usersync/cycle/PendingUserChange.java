package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.RoleMapping;
import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The newest change of a user, and what it is to lead to. */
class PendingUserChange {

    private final UserChange change;
    private final UserLink link;
    private final List<String> steps = new ArrayList<>();
    private final boolean isKnownBetter;
    private RoleMapping mapping = RoleMapping.NONE;

    private PendingUserChange(UserChange change, UserLink link, boolean isKnownBetter) {
        this.change = change;
        this.link = link;
        this.isKnownBetter = isKnownBetter;
        if (change.steps() != null) {
            steps.add(change.steps());
        }
    }

    PendingUserChange(UserChange change, UserLink link) {
        this(change, link, false);
    }

    /** A user who is to be put right as he is known already: what was looked up may be older. */
    static PendingUserChange asKnown(UserChange change, UserLink link) {
        return new PendingUserChange(change, link, true);
    }

    UserChange change() {
        return change;
    }

    UserLink link() {
        return link;
    }

    void mapTo(RoleMapping found) {
        if (isKnownBetter) {
            mapping = link.mapping();
            return;
        }
        mapping = change.operation() == ChangeOperation.REMOVE || change.operation() == ChangeOperation.PURGE
                ? RoleMapping.NONE
                : found;
    }

    /** Finds the entry of the user, if there is one that is not known yet. */
    void match(PortalEntries entries, Collection<UserLink> links) {
        if (givesNoAccess()) {
            entries.matchWithoutAccess(link, change.userPrincipalName(), links);
        } else {
            entries.match(link, change.userPrincipalName(), mapping.role(), links);
        }
    }

    /** Settles what the user is to be, given his entry; what is open takes nothing away. */
    void settle(Optional<PublisherUser> entry) {
        entry.ifPresentOrElse(
                it -> note(SyncStep.Kind.MATCHED, it.userId(), it.address()), () -> note(SyncStep.Kind.MATCHED_NONE));
        if (mapping.isOpen()) {
            note(SyncStep.Kind.ROLES_UNKNOWN, String.join(", ", mapping.unknownRoles()));
            mapping = mapping.atLeast(
                    entry.filter(PublisherUser::active).map(PublisherUser::role).orElse(null));
        }
        if (isKnownBetter) {
            note(SyncStep.Kind.NEWER_IS_KNOWN, link.changedAt());
        }
        note(
                SyncStep.Kind.MAPPED,
                String.join(", ", change.roles()),
                mapping.role() == null ? "NONE" : mapping.role().name());
        if (!isKnownBetter) {
            link.follow(change, mapping);
        }
    }

    /** Whether no role is known that would say what the user is to be. */
    boolean isUnmapped() {
        return mapping.isOpen() && mapping.role() == null;
    }

    boolean isPurge() {
        return change.operation() == ChangeOperation.PURGE;
    }

    boolean removes(Optional<PublisherUser> entry) {
        return givesNoAccess() && entry.filter(PublisherUser::active).isPresent();
    }

    boolean givesNoAccess() {
        return mapping.role() == null && !mapping.isOpen();
    }

    /** Whether an owner would be none any more. */
    boolean takesOwnerAway(Optional<PublisherUser> entry) {
        return mapping.role() != PublisherRole.OWNER
                && entry.filter(PublisherUser::isActiveOwner).isPresent();
    }

    /** The entry as it is to be, given the one there is. */
    Optional<PublisherUser> wanted(Optional<PublisherUser> entry) {
        if (mapping.role() == null) {
            return entry.map(
                    it -> new PublisherUser(it.userId(), it.address(), it.displayName(), it.type(), it.role(), false));
        }
        return Optional.of(new PublisherUser(
                link.portalUserId().orElse(link.userId()),
                entry.map(PublisherUser::address)
                        .filter(address -> EmailAddress.areSame(address, link.userPrincipalName()))
                        .orElse(link.userPrincipalName()),
                entry.map(PublisherUser::displayName)
                        .orElse(link.displayName() == null ? link.userPrincipalName() : link.displayName()),
                entry.map(PublisherUser::type).orElse(UserType.USER),
                mapping.role(),
                true));
    }

    void note(SyncStep.Kind kind, Object... values) {
        steps.add(SyncStep.of(kind, values).asLine());
    }

    String steps() {
        return String.join("\n", steps);
    }
}
