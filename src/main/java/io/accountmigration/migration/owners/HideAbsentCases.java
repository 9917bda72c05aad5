package io.accountmigration.migration.owners;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherUser;
import org.springframework.stereotype.Component;

/** Tells of publishers' users only the owners that there is no case; others are refused as where there is one. */
@Component
class HideAbsentCases {

    private final Migrations migrations;
    private final PublisherReader publishers;
    private final PublisherPeople people;

    HideAbsentCases(Migrations migrations, PublisherReader publishers, PublisherPeople people) {
        this.migrations = migrations;
        this.publishers = publishers;
        this.people = people;
    }

    /**
     * Refuses who is no owner of a publisher that has no case.
     *
     * @throws io.accountmigration.publisher.CloudPartnerPortalUnavailable when it cannot be found out who the owners are
     */
    void from(String publisherId, Caller caller) {
        if (caller.mayNameOwners() || migrations.latest(publisherId).isPresent()) {
            return;
        }
        var publisher = publishers.read(publisherId);
        if (publisher.filter(snapshot -> isOwner(snapshot, caller)).isEmpty()) {
            var name = publisher.map(snapshot -> snapshot.publisher().id()).orElse(publisherId);
            throw MigrationRefused.because(Refusal.NOT_OWNER, name);
        }
    }

    private boolean isOwner(PublisherSnapshot snapshot, Caller caller) {
        return caller.isPublisherUser()
                && people.userOf(snapshot, caller.userId())
                        .filter(PublisherUser::isActingOwner)
                        .isPresent();
    }
}
