package io.accountmigration.process;

import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.usersync.PollUserChanges;
import io.accountmigration.usersync.StartUserSync;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserSyncs;
import io.accountmigration.usersync.WakeUserSyncs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the sync does by the clock: reading the feed, adopting publishers that moved without this program's doing, and
 * waking what has become due. One node at a time does each.
 */
@Component
class UserSyncSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(UserSyncSchedule.class);
    private static final int PART = 200;

    private final UserSyncs userSyncs;
    private final PollUserChanges pollUserChanges;
    private final StartUserSync startUserSync;
    private final WakeUserSyncs wakeUserSyncs;
    private final Clock clock;
    private volatile Instant leaveAloneUntil = Instant.MIN;

    UserSyncSchedule(
            UserSyncs userSyncs,
            PollUserChanges pollUserChanges,
            StartUserSync startUserSync,
            WakeUserSyncs wakeUserSyncs,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.pollUserChanges = pollUserChanges;
        this.startUserSync = startUserSync;
        this.wakeUserSyncs = wakeUserSyncs;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${user-sync.poll-interval:PT1M}",
            initialDelayString = "${user-sync.poll-interval:PT1M}")
    @SchedulerLock(name = "user-sync-poll", lockAtMostFor = "PT10M")
    void readFeeds() {
        var after = "";
        for (var part = part(after); !part.isEmpty(); part = part(after)) {
            for (var target : part) {
                if (clock.instant().isBefore(leaveAloneUntil)) {
                    return;
                }
                pollUserChanges
                        .poll(target)
                        .ifPresent(wait -> leaveAloneUntil = clock.instant().plus(wait));
            }
            after = part.get(part.size() - 1).publisherKey();
        }
    }

    private List<SyncTarget> part(String after) {
        return userSyncs.findTargetsAfter(after, Limit.of(PART));
    }

    @Scheduled(
            fixedDelayString = "${user-sync.wake-interval:PT10S}",
            initialDelayString = "${user-sync.wake-interval:PT10S}")
    @SchedulerLock(name = "user-sync-wake", lockAtMostFor = "PT5M")
    void wakeWhatIsDue() {
        wakeUserSyncs.findDue().forEach(wakeUserSyncs::wake);
    }

    @Scheduled(
            fixedDelayString = "${user-sync.adoption-interval:PT1H}",
            initialDelayString = "${user-sync.wake-interval:PT10S}")
    @SchedulerLock(name = "user-sync-adoption", lockAtMostFor = "PT10M")
    void adoptMovedPublishers() {
        try {
            startUserSync.findUnknown().forEach(startUserSync::adopt);
        } catch (OutsideUnavailable unavailable) {
            LOG.warn("Publishers that moved are looked for again later: {}", unavailable.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    @SchedulerLock(name = "user-sync-forget", lockAtMostFor = "PT30M")
    void forgetOldChanges() {
        wakeUserSyncs.forgetOldChanges();
    }

    /** Several nodes share the schedule through a row in the database. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableSchedulerLock(defaultLockAtMostFor = "PT10M")
    static class SharedSchedule {

        @Bean
        LockProvider lockProvider(JdbcTemplate database) {
            return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                    .withJdbcTemplate(database)
                    .usingDbTime()
                    .build());
        }
    }
}
