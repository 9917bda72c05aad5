package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.UserLink;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The entries of a publisher in the portal, as they are while they are being changed. */
public class PortalEntries {

    private Map<String, PublisherUser> entries;
    private String version;
    private Set<String> doubtfulOwners = Set.of();

    public PortalEntries(PublisherRoster roster) {
        become(roster);
    }

    final void become(PublisherRoster roster) {
        entries = new LinkedHashMap<>();
        roster.users().forEach(user -> entries.put(user.userId(), user));
        version = roster.version();
    }

    public Map<String, PublisherUser> all() {
        return entries;
    }

    String version() {
        return version;
    }

    /** Who is listed as having no counterpart in Partner Center, or is known from a push only, is no remaining owner. */
    void knowDoubtfulOwners(Collection<UserLink> links) {
        doubtfulOwners = links.stream()
                .filter(link -> link.isUnconfirmed()
                        || link.portalUserId().filter(link::isListed).isPresent())
                .flatMap(link -> link.portalUserId().stream())
                .collect(Collectors.toSet());
    }

    public Optional<PublisherUser> of(UserLink link) {
        return link.portalUserId().map(entries::get);
    }

    /**
     * Finds the entry of a user who has none yet: one that was made for him and whose making was not heard of, or, once,
     * by the address: of several, one that is not listed and has the wanted role. From then on the ids belong together. Where the entry of his own id is somebody else's, he is to get
     * one of another id.
     */
    public void match(UserLink link, String address, PublisherRole wanted, Collection<UserLink> links) {
        if (link.portalUserId().isEmpty()) {
            entryFor(link, address, wanted, links).ifPresent(link::isEntry);
        }
    }

    /**
     * The same for a user who is to have no access. What was listed as without a counterpart is not his: it stays until
     * somebody decides, or until Partner Center's lists show whose it is.
     */
    void matchWithoutAccess(UserLink link, String address, Collection<UserLink> links) {
        if (link.portalUserId().isEmpty()) {
            entryFor(link, address, null, links)
                    .filter(entryId -> links.stream().noneMatch(other -> other.isListed(entryId)))
                    .ifPresent(link::isEntry);
        }
    }

    private Optional<String> entryFor(UserLink link, String address, PublisherRole wanted, Collection<UserLink> links) {
        var named = entries.get(link.userId());
        if (named != null) {
            var isHis = named.type() == UserType.USER && isFree(named, link, links);
            return Optional.of(isHis ? link.userId() : otherIdOf(link));
        }
        return entries.values().stream()
                .filter(entry -> address != null && entry.type() == UserType.USER && entry.signsInAs(address))
                .filter(entry -> isFree(entry, link, links))
                .min(Comparator.comparing((PublisherUser entry) -> !entry.active())
                        .thenComparing(entry -> links.stream().anyMatch(other -> other.isListed(entry.userId())))
                        .thenComparing(entry -> entry.role() != wanted))
                .map(PublisherUser::userId);
    }

    private static boolean isFree(PublisherUser entry, UserLink link, Collection<UserLink> links) {
        return links.stream().noneMatch(other -> other != link && !other.isPortalOnly() && other.isEntryOf(entry));
    }

    /** The same each time, so that an entry whose making was not heard of is found again. */
    private static String otherIdOf(UserLink link) {
        return UUID.nameUUIDFromBytes(("entry of " + link.userId()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Another user's entry that has the address of this one, rather an active one. */
    Optional<PublisherUser> holderOf(PublisherUser wanted) {
        return entries.values().stream()
                .filter(entry -> !entry.userId().equals(wanted.userId()))
                .filter(entry -> EmailAddress.areSame(entry.address(), wanted.address()))
                .min((one, other) -> Boolean.compare(other.active(), one.active()));
    }

    void wrote(PublisherUser user, String newVersion) {
        entries.put(user.userId(), user);
        version = newVersion;
    }

    void removed(String userId, String newVersion) {
        entries.remove(userId);
        version = newVersion;
    }

    long activeUsers() {
        return entries.values().stream().filter(PublisherUser::active).count();
    }

    /** Whether nobody else could act for the publisher. */
    boolean isLastOwner(PublisherUser owner) {
        return entries.values().stream()
                .filter(PublisherUser::isActiveOwner)
                .filter(entry -> entry.type() == UserType.USER && !doubtfulOwners.contains(entry.userId()))
                .allMatch(entry -> entry.userId().equals(owner.userId()));
    }
}
