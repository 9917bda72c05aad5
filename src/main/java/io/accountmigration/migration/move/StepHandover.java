package io.accountmigration.migration.move;

import io.accountmigration.migration.Migration;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.RecentValues;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a step of a move has just read or done, for a later step on the same node. It is given out once, for a minute and for
 * the version that is being transferred: a step that runs again, or on another node, asks the outside itself.
 */
@Component
class StepHandover {

    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int CASES = 200;

    private final RecentValues<UUID, String> openedAccounts;
    private final RecentValues<UUID, PublisherRoster> rosters;
    private final RecentValues<UUID, Publisher> locked;
    private final RecentValues<UUID, Publisher> copies;

    StepHandover(Clock clock) {
        this.openedAccounts = new RecentValues<>(clock, LIFETIME, CASES);
        this.rosters = new RecentValues<>(clock, LIFETIME, CASES);
        this.locked = new RecentValues<>(clock, LIFETIME, CASES);
        this.copies = new RecentValues<>(clock, LIFETIME, CASES);
    }

    /** The account did not exist before. */
    void opened(Migration migration, String accountId) {
        openedAccounts.put(migration.id(), accountId);
    }

    /** Whether the account was opened just now, so that nobody can be in it yet. */
    boolean takeOpened(Migration migration) {
        var account = openedAccounts.take(migration.id());
        return account.isPresent() && account.equals(migration.accountId());
    }

    /** The users of the old account were read. */
    void read(Migration migration, PublisherRoster roster) {
        rosters.put(migration.id(), roster);
    }

    /** The users of the version that is transferred. */
    Optional<PublisherRoster> takeRoster(Migration migration) {
        return rosters.take(migration.id())
                .filter(roster -> roster.version().equals(migration.move().transferredVersion()));
    }

    /** The portal has told this of the publisher when it locked it. */
    void locked(Migration migration, Publisher publisher) {
        locked.put(migration.id(), publisher);
    }

    /** The publisher under the lock, for the first transfer. */
    Optional<Publisher> takeLocked(Migration migration) {
        return locked.take(migration.id()).filter(publisher -> migration.move().transferredVersion() == null);
    }

    /** The settings were copied from this. */
    void copied(Migration migration, Publisher publisher) {
        copies.put(migration.id(), publisher);
    }

    /** What the settings of the version that is transferred were copied from. */
    Optional<Publisher> takeCopy(Migration migration) {
        return copies.take(migration.id())
                .filter(publisher -> publisher.version().equals(migration.move().transferredVersion()));
    }
}
