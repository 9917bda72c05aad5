package io.accountmigration.web;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.usersync.UserSyncRefused;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Tells a publisher that has not moved from one that nobody knows; the portal is asked only when it matters. */
@Component
public class MovedPublishers {

    private final PublisherReader publishers;

    MovedPublishers(PublisherReader publishers) {
        this.publishers = publishers;
    }

    /** Runs this about a publisher whose users are kept in step. */
    public void run(String publisherId, Runnable action) {
        ask(publisherId, () -> {
            action.run();
            return publisherId;
        });
    }

    <T> T ask(String publisherId, Supplier<T> question) {
        try {
            return question.get();
        } catch (UserSyncRefused refused) {
            throw refused.refusal() == UserSyncRefused.Refusal.NOT_MIGRATED ? refusal(publisherId) : refused;
        }
    }

    RuntimeException refusal(String publisherId) {
        return publishers.read(publisherId).isPresent()
                ? CallRefused.notMigrated(publisherId)
                : MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId);
    }
}
