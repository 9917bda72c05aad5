package io.accountmigration.eligibility;

import io.accountmigration.publisher.PublisherSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a migration of this publisher can start at all (R1, and accounts that nobody could act for). */
@Component
public class StartCheck {

    /** The reason why not, where there is one. */
    public Optional<Finding> check(PublisherSnapshot snapshot) {
        var publisher = snapshot.publisher();
        if (publisher.isMigrated()) {
            return Optional.of(FindingCode.ALREADY_MIGRATED.naming(publisher.id()));
        }
        if (snapshot.owners().isEmpty()) {
            return Optional.of(FindingCode.NO_OWNER.naming(publisher.id()));
        }
        return Optional.empty();
    }
}
