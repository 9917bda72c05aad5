package io.accountmigration.publisher;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The old portal. The case of a publisher's id does not matter. Every method throws
 * {@link CloudPartnerPortalUnavailable} when the portal could not be asked.
 */
public interface CloudPartnerPortal {

    /** The publisher with its settings, or nothing where the portal knows none of that id. */
    Optional<Publisher> find(String publisherId);

    /**
     * All user entries of a publisher, the disabled ones too; empty where there is no such publisher. An empty list of one
     * that exists proves nothing, and counts as no answer.
     */
    List<PublisherUser> usersOf(String publisherId);

    /** The publishers that this address is an active user of. */
    List<PublisherMembership> publishersOf(EmailAddress address);

    /** Locks the publisher for the case until the given time, at which the portal itself ends the lock. */
    LockResult lock(String publisherId, Instant until, RequestKey key);

    /** Ends the lock of the case; a lock that is not there, or another case's, is left as it is. */
    void unlock(String publisherId, RequestKey key);

    /**
     * Makes the publisher read-only and names the account that replaces it, if its content still is the version given. Repeating it
     * changes nothing.
     */
    SwitchResult switchOver(String publisherId, String accountId, String version, RequestKey key);

    /** All user entries together with the version that a write must name. Nothing where there is no such publisher. */
    Optional<PublisherRoster> rosterOf(String publisherId);

    /**
     * Makes a user entry be as given, whether it is there or not. A change of the address is a change of the entry.
     *
     * @param version the version of the publisher's content that the decision to write rests on
     */
    WriteResult putUser(String publisherId, PublisherUser user, String version, RequestKey key);

    /** Removes a user entry; one that is gone already counts as removed. */
    WriteResult removeUser(String publisherId, String userId, String version, RequestKey key);

    /** Replaces the settings of one area. */
    WriteResult putSettings(
            String publisherId, SettingsArea area, Map<String, Object> settings, String version, RequestKey key);

    /**
     * The publishers that have moved, with or without this program, and the accounts they have moved to, in the order of the
     * lower-case form of their ids.
     *
     * @param after the id that those listed come after; empty for the first ones
     * @param atMost how many at most; an empty list is the end
     */
    List<MovedPublisher> movedPublishersAfter(String after, int atMost);

    /**
     * The ids of publishers in the order of their lower-case form.
     *
     * @param after the id that those listed come after; empty for the first ones
     * @param atMost how many; fewer come only at the end of the list
     */
    List<String> publisherIdsAfter(String after, int atMost);

    /** Whether the publisher is locked for the case right now. */
    default boolean isLockedBy(String publisherId, UUID caseId) {
        return find(publisherId)
                .filter(publisher -> publisher.isLockedBy(caseId.toString()))
                .isPresent();
    }
}
