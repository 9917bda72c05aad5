package io.accountmigration.migration.followup;

import static io.accountmigration.migration.trail.MigrationEvent.Type.ESCALATED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.REMINDED;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.followup.FollowUpSettings.EscalationLevel;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.migration.owners.RefreshOwners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notifies the people of the next escalation level that a case waits: its owner, the other owners, the operators. */
@Component
public class RemindOwners {

    /** The step runs once a day: a level that is due within half a day is handled now, not a day late. */
    private static final Duration AROUND = Duration.ofHours(12);

    private final Migrations migrations;
    private final RefreshOwners refreshOwners;
    private final FollowUpSettings settings;
    private final OwnerNotifications ownerNotifications;
    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final Clock clock;

    RemindOwners(
            Migrations migrations,
            RefreshOwners refreshOwners,
            FollowUpSettings settings,
            OwnerNotifications ownerNotifications,
            OwnerSearchWorkflow ownerSearchWorkflow,
            Clock clock) {
        this.migrations = migrations;
        this.refreshOwners = refreshOwners;
        this.settings = settings;
        this.ownerNotifications = ownerNotifications;
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.clock = clock;
    }

    /** Queues the messages of the next level, if it is due. A person who has reached the limit of mails gets one tomorrow. */
    @Transactional
    public void remind(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        refreshOwners.inJob(migration);
        ownerNotifications.makeUpForOwed(migration);
        nextLevel(migration, clock.instant()).ifPresent(level -> notify(level, migration));
    }

    private Optional<EscalationLevel> nextLevel(Migration migration, Instant now) {
        var escalationLevels = settings.escalationLevels();
        var waiting = migration.waiting();
        return waiting.since()
                .filter(since -> waiting.reachedLevels() < escalationLevels.size())
                .filter(since -> !since.plus(
                                escalationLevels.get(waiting.reachedLevels()).after())
                        .isAfter(now.plus(AROUND)))
                .map(since -> escalationLevels.get(waiting.reachedLevels()));
    }

    private void notify(EscalationLevel level, Migration migration) {
        switch (level.audience()) {
            case ACTING_OWNER -> {
                if (ownerNotifications.remind(migration)) {
                    migration.reachedNextLevel(REMINDED, clock.instant());
                }
            }
            case CO_OWNERS -> {
                if (migration.coOwners().isEmpty()) {
                    migration.waiting().reachNextLevel();
                } else if (ownerNotifications.callCoOwners(migration)) {
                    migration.reachedNextLevel(ESCALATED, clock.instant());
                }
            }
            case OPERATORS -> {
                ownerNotifications.callOperators(migration);
                ownerSearchWorkflow.open(migration.publisherId(), OwnerSearchWorkflow.Why.NOBODY_ACTS);
                migration.reachedNextLevel(ESCALATED, clock.instant());
            }
        }
    }
}
