package io.accountmigration.web.usersync;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.usersync.StartUserSync;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.web.CallRefused;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Tells a publisher that has not moved from one that nobody knows, and begins with one that moved without this program's
 * doing. The portal is asked only when it matters.
 */
@Component
public class MovedPublishers {

    private static final Logger LOG = LoggerFactory.getLogger(MovedPublishers.class);

    private final PublisherReader publishers;
    private final Migrations migrations;
    private final StartUserSync startUserSync;

    MovedPublishers(PublisherReader publishers, Migrations migrations, StartUserSync startUserSync) {
        this.publishers = publishers;
        this.migrations = migrations;
        this.startUserSync = startUserSync;
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
            if (refused.refusal() != UserSyncRefused.Refusal.NOT_MIGRATED) {
                throw refused;
            }
            adopt(publisherId);
            return question.get();
        }
    }

    /**
     * Begins with a publisher that is not kept in step yet, though it has moved. A case that has just switched it begins
     * by itself, and knows from when on changes count and whom it has left behind.
     */
    void adopt(String publisherId) {
        if (migrations.living(publisherId).isPresent()) {
            throw CallRefused.notMigrated(publisherId);
        }
        var publisher = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId))
                .publisher();
        var accountId = publisher
                .accountId()
                .filter(id -> publisher.isMigrated())
                .orElseThrow(() -> CallRefused.notMigrated(publisherId));
        try {
            startUserSync.adopt(new MovedPublisher(publisher.id(), accountId));
        } catch (DataIntegrityViolationException adoptedMeanwhile) {
            LOG.debug("{} was adopted by somebody else at the same moment", publisher.id());
        }
    }
}
