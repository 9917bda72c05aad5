package io.accountmigration.program;

import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.move.ResumeMovedCases;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.usersync.FeedPoll;
import io.accountmigration.usersync.PollPace;
import io.accountmigration.usersync.PollUserChanges;
import io.accountmigration.usersync.StartDueUserSyncs;
import io.accountmigration.usersync.StartUserSync;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserSyncs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The schedules of the sync: reading the feed, adopting publishers that moved without this program, and
 * waking what has become due. One node at a time does each.
 */
@Component
class UserSyncSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(UserSyncSchedule.class);
    private static final int PART = 200;

    private final UserSyncs userSyncs;
    private final PollUserChanges pollUserChanges;
    private final PollPace pollPace;
    private final StartUserSync startUserSync;
    private final StartDueUserSyncs startDueUserSyncs;
    private final CloudPartnerPortal portal;
    private final ResumeMovedCases resumeMovedCases;
    private final Migrations migrations;
    private final Clock clock;

    UserSyncSchedule(
            UserSyncs userSyncs,
            PollUserChanges pollUserChanges,
            PollPace pollPace,
            StartUserSync startUserSync,
            StartDueUserSyncs startDueUserSyncs,
            CloudPartnerPortal portal,
            ResumeMovedCases resumeMovedCases,
            Migrations migrations,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.pollUserChanges = pollUserChanges;
        this.pollPace = pollPace;
        this.startUserSync = startUserSync;
        this.startDueUserSyncs = startDueUserSyncs;
        this.portal = portal;
        this.resumeMovedCases = resumeMovedCases;
        this.migrations = migrations;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${user-sync.poll-tick:PT5S}", initialDelayString = "${user-sync.poll-interval:PT1M}")
    @SchedulerLock(name = "user-sync-poll")
    void readFeeds() {
        var begun = clock.instant();
        var due = begun.minus(pollPace.shortest());
        var left = pollPace.feedsAPass();
        while (left > 0) {
            var part = userSyncs.findTargetsAskedBefore(due, begun, Limit.of(Math.min(PART, left)));
            if (part.isEmpty() || !readFeedsOf(part)) {
                return;
            }
            left -= part.size();
        }
    }

    /** Whether Partner Center answered for all of them; if not, the others are not asked for in vain. */
    private boolean readFeedsOf(List<SyncTarget> part) {
        var asked = new ArrayList<String>();
        var read = new ArrayList<String>();
        var goesOn = true;
        for (var target : part) {
            var poll = new AtomicReference<>(FeedPoll.UNREADABLE);
            alone(target.publisherKey(), () -> poll.set(pollUserChanges.poll(target)));
            if (poll.get() == FeedPoll.READ) {
                read.add(target.publisherKey());
            }
            if (poll.get() != FeedPoll.POSTPONED) {
                // Also where it failed: the next pass begins with another one.
                asked.add(target.publisherKey());
            }
            if (poll.get() == FeedPoll.POSTPONED || poll.get() == FeedPoll.NO_ANSWER) {
                goesOn = false;
                break;
            }
        }
        note(asked, keys -> userSyncs.noteFeedsAsked(keys, clock.instant()));
        note(read, keys -> userSyncs.noteFeedsRead(keys, clock.instant()));
        return goesOn;
    }

    private static void note(List<String> keys, Consumer<List<String>> note) {
        if (!keys.isEmpty()) {
            note.accept(keys);
        }
    }

    /** What cannot be done for one publisher must not keep the others waiting. */
    private static void alone(String publisherKey, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("The user sync of {} failed and is tried again", publisherKey, failed);
        }
    }

    @Scheduled(
            fixedDelayString = "${user-sync.wake-interval:PT10S}",
            initialDelayString = "${user-sync.wake-interval:PT10S}")
    @SchedulerLock(name = "user-sync-wake")
    void wakeWhatIsDue() {
        var after = "";
        for (var due = startDueUserSyncs.findDueAfter(after);
                !due.isEmpty();
                due = startDueUserSyncs.findDueAfter(after)) {
            due.forEach(publisherKey -> alone(publisherKey, () -> startDueUserSyncs.wake(publisherKey)));
            after = due.get(due.size() - 1);
        }
    }

    @Scheduled(
            fixedDelayString = "${user-sync.adoption-interval:PT1H}",
            initialDelayString = "${user-sync.wake-interval:PT10S}")
    @SchedulerLock(name = "user-sync-adoption")
    void adoptMovedPublishers() {
        try {
            for (var moved = movedAfter(""); !moved.isEmpty(); moved = movedAfter(lastOf(moved))) {
                resumeMovedCases
                        .find(moved)
                        .forEach(publisherId -> alone(publisherId, () -> resumeMovedCases.resume(publisherId)));
                startUserSync.findUnknown(moved).stream()
                        .filter(publisher -> !isOnItsWay(publisher))
                        .forEach(publisher -> alone(publisher.publisherId(), () -> startUserSync.adopt(publisher)));
            }
        } catch (OutsideUnavailable unavailable) {
            LOG.warn("Publishers that moved could not be read, and are read again later: {}", unavailable.getMessage());
        }
    }

    private List<MovedPublisher> movedAfter(String publisherId) {
        return portal.movedPublishersAfter(publisherId, PART);
    }

    private static String lastOf(List<MovedPublisher> moved) {
        return moved.get(moved.size() - 1).publisherId();
    }

    /** A publisher whose migration is past the switch is synchronised after its end. */
    private boolean isOnItsWay(MovedPublisher moved) {
        return migrations.living(moved.publisherId()).isPresent();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    @SchedulerLock(name = "user-sync-forget")
    void forgetOldChanges() {
        startDueUserSyncs.forgetOldChanges();
    }

    /**
     * Several nodes share the schedule through rows in the database. A node holds a row as long as it lives and works; when
     * it is killed another one continues half a minute later, as with the engine's jobs.
     */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableSchedulerLock(defaultLockAtMostFor = "PT30S")
    static class SharedSchedule implements DisposableBean {

        /** Not a bean: the framework would use it for its own schedules. */
        private final ScheduledExecutorService keeper =
                Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("lock-keeper-"));

        @Bean
        LockProvider lockProvider(JdbcTemplate database) {
            var rows = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                    .withJdbcTemplate(database)
                    .usingDbTime()
                    .build());
            return new KeepAliveLockProvider(rows, keeper);
        }

        @Override
        public void destroy() {
            keeper.shutdownNow();
        }
    }
}
