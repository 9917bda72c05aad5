package io.accountmigration.migration.start;

import io.accountmigration.eligibility.StartCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherSnapshot;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Checks beforehand whether a start would be refused, for a caller that starts many in one transaction: there a refusal has to be a
 * value, and so has an outside system that does not answer. The start itself checks everything again.
 */
@Component
public class PreviewStart {

    private final StartReading startReading;
    private final StartCheck startCheck;
    private final Migrations migrations;

    PreviewStart(StartReading startReading, StartCheck startCheck, Migrations migrations) {
        this.startReading = startReading;
        this.startCheck = startCheck;
        this.migrations = migrations;
    }

    /** What a start would meet. No side effect. */
    public StartVerdict check(String publisherId) {
        var living = migrations.living(publisherId);
        if (living.isPresent()) {
            return new StartVerdict.Running(living.get().id());
        }
        try {
            return startReading
                    .of(publisherId)
                    .snapshot()
                    .map(this::check)
                    .orElseGet(() -> new StartVerdict.Refused(Refusal.PUBLISHER_NOT_FOUND));
        } catch (OutsideUnavailable unavailable) {
            return new StartVerdict.NotReached(unavailable.system());
        }
    }

    private StartVerdict check(PublisherSnapshot snapshot) {
        var obstacle = startCheck.check(snapshot);
        if (obstacle.isEmpty()) {
            return new StartVerdict.Startable(snapshot.owners().get(0));
        }
        return switch (obstacle.get()) {
            case ALREADY_MIGRATED -> new StartVerdict.Moved(ownCaseOf(snapshot));
            case NO_OWNER -> new StartVerdict.Refused(Refusal.NO_OWNER);
        };
    }

    private Optional<UUID> ownCaseOf(PublisherSnapshot snapshot) {
        return migrations
                .latest(snapshot.publisher().id())
                .filter(latest -> latest.state() == MigrationState.MIGRATED)
                .map(Migration::id);
    }
}
