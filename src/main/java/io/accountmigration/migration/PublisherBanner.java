package io.accountmigration.migration;

import io.accountmigration.partner.MovedAccounts;
import io.accountmigration.partner.UsersWithoutAccess;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherUser;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a user of a publisher sees on top of the profile page: an owner what to do, a contributor whom to ask (R2). */
@Component
public class PublisherBanner {

    /** The status of the account, as the banner shows it. */
    public enum State {
        NOT_MIGRATED,
        IN_PROGRESS,
        MIGRATED
    }

    /**
     * The banner of a publisher for one of its users.
     *
     * @param withoutAccess whether the account has moved, and this user has no access to it there
     * @param reported whether a report says what has moved, and what has not
     */
    public record Banner(
            String publisherId,
            State state,
            PublisherRole audience,
            List<String> owners,
            boolean withoutAccess,
            boolean reported) {

        /** Of a user who has access where the account is. */
        public Banner(String publisherId, State state, PublisherRole audience, List<String> owners) {
            this(publisherId, state, audience, owners, false, false);
        }

        /** Whether the account has moved, and this user with it. */
        public boolean done() {
            return state == State.MIGRATED && !withoutAccess;
        }
    }

    private final PublisherReader publishers;
    private final PublisherPeople people;
    private final Migrations migrations;
    private final MovedAccounts movedAccounts;
    private final UsersWithoutAccess usersWithoutAccess;

    PublisherBanner(
            PublisherReader publishers,
            PublisherPeople people,
            Migrations migrations,
            MovedAccounts movedAccounts,
            UsersWithoutAccess usersWithoutAccess) {
        this.usersWithoutAccess = usersWithoutAccess;
        this.movedAccounts = movedAccounts;
        this.people = people;
        this.publishers = publishers;
        this.migrations = migrations;
    }

    /**
     * The banner for this caller.
     *
     * @throws MigrationRefused when there is no such publisher, or the caller is no user of it
     */
    public Banner bannerFor(String publisherId, Caller caller) {
        var snapshot = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        return bannerOf(snapshot, caller);
    }

    /**
     * The banner of a publisher that was read already.
     *
     * @throws MigrationRefused when the caller is no user of it
     */
    public Banner bannerOf(PublisherSnapshot snapshot, Caller caller) {
        var publisherId = snapshot.publisher().id();
        var user = people.userOf(snapshot, caller.userId())
                .orElseThrow(() -> MigrationRefused.because(Refusal.NOT_OWNER, publisherId));
        var state = stateOf(snapshot);
        return new Banner(
                publisherId,
                state,
                user.role(),
                snapshot.owners(),
                state == State.MIGRATED && usersWithoutAccess.includes(publisherId, user.userId()),
                state == State.MIGRATED && migrations.latest(publisherId).isPresent());
    }

    /** Whether the caller is an active owner, by what was read already. */
    public boolean isOwner(PublisherSnapshot snapshot, Caller caller) {
        return people.userOf(snapshot, caller.userId())
                .filter(PublisherUser::isActingOwner)
                .isPresent();
    }

    /** How far the account has come. */
    private State stateOf(PublisherSnapshot snapshot) {
        Optional<Migration> living = migrations.living(snapshot.publisher().id());
        if (living.isPresent()) {
            return State.IN_PROGRESS;
        }
        if (!snapshot.publisher().isMigrated()) {
            return State.NOT_MIGRATED;
        }
        // One that is active nowhere is on its way still: the page behind the banner says who does what about it.
        return movedAccounts.isLost(snapshot.publisher().id()) ? State.IN_PROGRESS : State.MIGRATED;
    }
}
