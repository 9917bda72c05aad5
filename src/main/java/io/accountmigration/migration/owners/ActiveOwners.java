package io.accountmigration.migration.owners;

import io.accountmigration.migration.CaseOwners;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says who the active owners of a case's publisher are now. The case keeps the list that was read last, so all nodes go
 * by it for a minute, and by one of the last day while the portal cannot be asked.
 */
@Component
public class ActiveOwners {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration COUNTS = Duration.ofDays(1);

    /** Somebody who is not listed may have become an owner since, but nobody has the portal asked all the time. */
    private static final Duration JUST_READ = Duration.ofSeconds(5);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final PublisherReader reader;
    private final CloudPartnerPortal portal;
    private final PublisherPeople people;
    private final Clock clock;

    ActiveOwners(PublisherReader reader, CloudPartnerPortal portal, PublisherPeople people, Clock clock) {
        this.reader = reader;
        this.portal = portal;
        this.people = people;
        this.clock = clock;
    }

    /** Whether the portal has to be asked before the list is held against this person. */
    boolean isOldFor(String person, Migration migration) {
        var enough = migration.isOwnedBy(person) ? FRESH : JUST_READ;
        return !migration.ownersAsRead().areFrom(clock.instant().minus(enough));
    }

    /**
     * Whether the portal has to be asked before this person gives the case up, which nobody takes back: always, but not
     * by everybody all the time.
     */
    boolean isTooOldToGiveUp(String person, Migration migration) {
        var enough = migration.isOwnedBy(person) ? A_MOMENT : JUST_READ;
        return !migration.ownersAsRead().areFrom(clock.instant().minus(enough));
    }

    /** Whether it is more than a minute since the portal was asked. */
    boolean isOld(Migration migration) {
        return !migration.ownersAsRead().areFrom(oldBefore());
    }

    /** Lists that were read before this time are old. */
    Instant oldBefore() {
        return clock.instant().minus(FRESH);
    }

    /** Whether the portal was not asked just now. */
    boolean isAWhileAgo(Migration migration) {
        return !migration.ownersAsRead().areFrom(clock.instant().minus(JUST_READ));
    }

    /**
     * Asks the portal for somebody who waits for the answer.
     *
     * @throws CloudPartnerPortalUnavailable when it does not answer in time, or cannot
     */
    List<PublisherUser> ask(String publisherId) {
        return reader.usersOf(publisherId);
    }

    /**
     * Asks the portal from a job, which may wait longer.
     *
     * @throws CloudPartnerPortalUnavailable when it cannot be asked
     */
    public List<PublisherUser> askFromJob(String publisherId) {
        return portal.usersOf(publisherId);
    }

    /**
     * As above, with the version that the list is of; nothing where the portal does not know the publisher. A publisher has
     * users, so a list without any is no answer.
     */
    public Optional<PublisherRoster> readFromJob(String publisherId) {
        var roster = portal.rosterOf(publisherId);
        if (roster.filter(read -> read.users().isEmpty()).isPresent()) {
            throw new CloudPartnerPortalUnavailable("the list of users is empty", null, null);
        }
        return roster;
    }

    /** The owners of the case with what the portal has just answered. */
    public CaseOwners renewed(Migration migration, List<PublisherUser> entries) {
        var owners = migration.ownersAsRead();
        return owners.renewed(people.ownersOf(migration.publisherId(), owners.asRead(), entries), clock.instant());
    }

    /**
     * The owners of the case for somebody who acts. Asks the portal only where the list is too old.
     *
     * @throws CloudPartnerPortalUnavailable when the portal cannot be asked and has not been for a day
     */
    CaseOwners now(Migration migration, String person) {
        if (!isOldFor(person, migration)) {
            return migration.ownersAsRead();
        }
        try {
            return renewed(migration, ask(migration.publisherId()));
        } catch (CloudPartnerPortalUnavailable unavailable) {
            return counting(migration, unavailable);
        }
    }

    /**
     * The owners of the case as they were read before it was held.
     *
     * @throws CloudPartnerPortalUnavailable when that is more than a day ago
     */
    public CaseOwners asRead(Migration migration) {
        return counting(
                migration,
                new CloudPartnerPortalUnavailable(
                        "the owners were last read too long ago", ProblemFactory.COME_BACK, null));
    }

    private CaseOwners counting(Migration migration, CloudPartnerPortalUnavailable unavailable) {
        if (!migration.ownersAsRead().areFrom(clock.instant().minus(COUNTS))) {
            throw unavailable;
        }
        return migration.ownersAsRead();
    }
}
