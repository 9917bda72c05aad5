package io.accountmigration.eligibility;

import io.accountmigration.publisher.PublisherSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a migration of this publisher can start at all (R1, and accounts that nobody could act for). */
@Component
public class StartCheck {

    /** The reason why not, where there is one. */
    public Optional<StartObstacle> check(PublisherSnapshot snapshot) {
        if (snapshot.publisher().isMigrated()) {
            return Optional.of(StartObstacle.ALREADY_MIGRATED);
        }
        if (snapshot.owners().isEmpty()) {
            return Optional.of(StartObstacle.NO_OWNER);
        }
        return Optional.empty();
    }
}
