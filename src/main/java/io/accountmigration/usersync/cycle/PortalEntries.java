package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.UserLink;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of a publisher in the portal, as they are while they are being changed. */
public class PortalEntries {

    private Map<String, PublisherUser> entries;
    private String version;

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

    public Optional<PublisherUser> of(UserLink link) {
        return link.portalUserId().map(entries::get);
    }

    /**
     * Finds the entry of a user who has none yet: one that was made for him and whose making was not heard of, or, once,
     * by the address. From then on the ids belong together.
     */
    public void match(UserLink link, String address, Collection<UserLink> links) {
        if (link.portalUserId().isPresent()) {
            return;
        }
        if (entries.containsKey(link.userId())) {
            link.isEntry(link.userId());
            return;
        }
        if (address == null) {
            return;
        }
        entries.values().stream()
                .filter(entry -> entry.type() == UserType.USER && entry.signsInAs(address))
                .filter(entry -> links.stream()
                        .noneMatch(other -> other != link && !other.isPortalOnly() && other.isEntryOf(entry)))
                .min((one, other) -> Boolean.compare(other.active(), one.active()))
                .ifPresent(entry -> link.isEntry(entry.userId()));
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
                .filter(entry -> entry.type() == UserType.USER)
                .allMatch(entry -> entry.userId().equals(owner.userId()));
    }
}
