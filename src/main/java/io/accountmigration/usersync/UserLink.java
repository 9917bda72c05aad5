package io.accountmigration.usersync;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.domain.Persistable;

/**
 * A user as Partner Center wants him in the portal, by its stable id, and the portal's entry that is his. It holds the
 * newest state that is known; an older change does not touch it.
 */
@Entity
@Table(name = "user_link")
public class UserLink implements Persistable<UserLink.Id> {

    /** Which user of which publisher. */
    @Embeddable
    public record Id(String publisherKey, String userId) {}

    /** Why an entry of the portal can have no counterpart. */
    public enum NoCounterpart {
        GROUP,
        SERVICE_PRINCIPAL,
        MICROSOFT_ACCOUNT,
        GUEST,
        /** What the portal has for an address is none. */
        MALFORMED_ADDRESS,
        /** Partner Center has not taken the person, or the entry was disabled when the account moved. */
        NOT_TAKEN,
        /** The person has moved under another sign-in. */
        REPLACED,
        /** The person is followed by another entry with the same address. */
        TWIN
    }

    /** Marks the id of an entry that Partner Center has never known. */
    private static final String PORTAL_ONLY = "portal:";

    @EmbeddedId
    private Id id;

    private String portalUserId;
    private String userPrincipalName;
    private String displayName;

    @Enumerated(EnumType.STRING)
    private PublisherRole role;

    private String unknownRoles;
    private Instant changedAt;
    private long changedBy;
    private Instant disabledAt;

    @Enumerated(EnumType.STRING)
    private NoCounterpart noCounterpart;

    private String keptBecause;

    private Instant missingSince;

    /** Whether only a push has said what is known. */
    private boolean unconfirmed;

    @Transient
    private boolean unsaved;

    protected UserLink() {}

    public UserLink(String publisherKey, String userId) {
        this.id = new Id(publisherKey, userId);
        this.unknownRoles = "";
        this.changedAt = Instant.EPOCH;
        this.unsaved = true;
    }

    /** An entry of the portal that Partner Center did not seem to know when it was seen. */
    public static UserLink ofPortalOnly(String publisherKey, PublisherUser entry, Instant seenAt) {
        var link = new UserLink(publisherKey, PORTAL_ONLY + entry.userId());
        link.portalUserId = entry.userId();
        link.userPrincipalName = entry.address();
        link.displayName = entry.displayName();
        link.changedAt = seenAt.truncatedTo(ChronoUnit.MICROS);
        return link;
    }

    /** An entry that the move has listed: it is no stranger, whatever the directory says later. */
    static UserLink ofListed(String publisherKey, ListedUser user) {
        var link = new UserLink(publisherKey, PORTAL_ONLY + user.portalUserId());
        link.portalUserId = user.portalUserId();
        link.userPrincipalName = user.address();
        link.noCounterpart = user.reason();
        return link;
    }

    /** Those of portal entries that have turned out to be entries of users whom Partner Center knows. */
    public static List<UserLink> strangersKnownById(Collection<UserLink> links) {
        var owned = links.stream()
                .filter(link -> !link.isPortalOnly())
                .flatMap(link -> link.portalUserId().stream())
                .collect(Collectors.toSet());
        return links.stream()
                .filter(UserLink::isPortalOnly)
                .filter(link -> link.portalUserId().filter(owned::contains).isPresent())
                .toList();
    }

    /** The id of an entry of the portal that nobody in Partner Center is behind. */
    static Id idOfPortalOnly(String publisherKey, String portalUserId) {
        return new Id(publisherKey, PORTAL_ONLY + portalUserId);
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    public String userId() {
        return id.userId();
    }

    static boolean isPortalOnly(String userId) {
        return userId.startsWith(PORTAL_ONLY);
    }

    public boolean isPortalOnly() {
        return isPortalOnly(id.userId());
    }

    public Optional<String> portalUserId() {
        return Optional.ofNullable(portalUserId);
    }

    public void isEntry(String entryId) {
        portalUserId = entryId;
    }

    public String userPrincipalName() {
        return userPrincipalName;
    }

    public String displayName() {
        return displayName;
    }

    /** What the user is to be in the portal; nothing where he is not to be there. */
    public Optional<PublisherRole> role() {
        return Optional.ofNullable(role);
    }

    /** What the roles that are known last are worth. */
    public RoleMapping mapping() {
        return new RoleMapping(role, unknownRoles());
    }

    public Set<String> unknownRoles() {
        return unknownRoles.isEmpty() ? Set.of() : new TreeSet<>(Set.of(unknownRoles.split("\n")));
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    public Optional<NoCounterpart> noCounterpart() {
        return Optional.ofNullable(noCounterpart);
    }

    public Optional<String> keptBecause() {
        return Optional.ofNullable(keptBecause);
    }

    /** Whether what is known is newer than this change. */
    public boolean isNewerThan(UserChange change) {
        var byTime = changedAt.compareTo(change.occurredAt());
        return byTime > 0 || byTime == 0 && changedBy > change.id();
    }

    /** Whether another change of the very same time is known. */
    public boolean isAsOldAs(UserChange change) {
        return changedBy != 0 && changedBy != change.id() && changedAt.equals(change.occurredAt());
    }

    /** Takes over what a change says. */
    public void follow(UserChange change, RoleMapping mapping) {
        var unknown = String.join("\n", new TreeSet<>(mapping.unknownRoles()));
        unconfirmed = change.isUnconfirmed()
                && (unconfirmed || role != mapping.role() || !unknown.equals(unknownRoles) || renames(change));
        changedAt = change.occurredAt();
        changedBy = change.id();
        role = mapping.role();
        unknownRoles = unknown;
        if (change.userPrincipalName() != null) {
            userPrincipalName = change.userPrincipalName();
        }
        if (change.displayName() != null) {
            displayName = change.displayName();
        }
        keptBecause = null;
        missingSince = null;
    }

    private boolean renames(UserChange change) {
        return role != null
                && change.userPrincipalName() != null
                && !EmailAddress.areSame(change.userPrincipalName(), userPrincipalName);
    }

    /** Whether only a push has said what is known, and neither the feed nor a list. */
    public boolean isUnconfirmed() {
        return unconfirmed;
    }

    /** The feed, or a list, says the same. */
    public void confirmed() {
        unconfirmed = false;
    }

    /** Whether what is known is what this change said. */
    boolean follows(UserChange change) {
        return changedBy == change.id();
    }

    /**
     * Partner Center's lists do not show the user, or not the role.
     *
     * @return since when, so that one list that leaves somebody out has no effect
     */
    public Instant missing(Instant at) {
        if (missingSince == null) {
            // Lists had time to show it since it was pushed.
            missingSince = unconfirmed ? changedAt : at.truncatedTo(ChronoUnit.MICROS);
        }
        return missingSince;
    }

    /** Whether the user, as he is known, has more than this role; an entry that was never seen there has nothing. */
    public boolean isWorthMoreThan(PublisherRole shown) {
        return !isPortalOnly() && role != null && role != shown && shown != PublisherRole.OWNER;
    }

    /** The lists show the user with all that he is known to have. */
    public void shown() {
        missingSince = null;
    }

    /** A comparison has found the user to be in the portal what he is in Partner Center. */
    public void seen(AccountUser member, RoleMapping mapping, Instant at) {
        var unknown = String.join("\n", new TreeSet<>(mapping.unknownRoles()));
        if (unsaved
                || mapping.role() != role
                || !unknown.equals(unknownRoles)
                || !member.userPrincipalName().equals(userPrincipalName)) {
            role = mapping.role();
            unknownRoles = unknown;
            userPrincipalName = member.userPrincipalName();
            displayName = member.displayName();
            changedAt = at.truncatedTo(ChronoUnit.MICROS);
            changedBy = 0;
        }
        confirmed();
    }

    public void disabled(Instant at) {
        disabledAt = disabledAt == null ? at : disabledAt;
    }

    /** The entry has left the portal. */
    public void purged() {
        portalUserId = null;
        disabledAt = null;
    }

    public void enabled() {
        disabledAt = null;
    }

    public void hasNoCounterpart(NoCounterpart kind) {
        noCounterpart = kind;
    }

    /** An operator wants the entry to stay although Partner Center has no such user any more. */
    public void keep(String because) {
        keptBecause = because;
    }

    public boolean isTwin() {
        return noCounterpart == NoCounterpart.TWIN;
    }

    /** Whether the person of this entry is in Partner Center, by another entry or another sign-in. */
    boolean hasMovedOtherwise() {
        return isTwin() || noCounterpart == NoCounterpart.REPLACED;
    }

    /** Whether this is an entry of the portal that was listed as one without a counterpart in Partner Center. */
    public boolean isListed(String entryId) {
        return isPortalOnly() && noCounterpart != null && entryId.equals(portalUserId);
    }

    public boolean isEntryOf(PublisherUser entry) {
        return Objects.equals(portalUserId, entry.userId());
    }
}
