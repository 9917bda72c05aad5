package io.accountmigration.migration.followup;

import static io.accountmigration.migration.trail.MigrationEvent.Type.ESCALATED;
import static io.accountmigration.migration.trail.MigrationEvent.Type.REMINDED;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.followup.FollowUpSettings.Rung;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.migration.owners.RefreshOwners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the next people that a case waits, if it does and they are due: its owner, the other owners, the operators. */
@Component
public class RemindOwners {

    /** It is looked once a day: what falls due within half a day of it is told now, not a day late. */
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

    /** Queues the messages of the next rung, where it is due. Who has had enough mail for today is told tomorrow. */
    @Transactional
    public void remind(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        refreshOwners.inJob(migration);
        ownerNotifications.makeUpForOwed(migration);
        nextRung(migration, clock.instant()).ifPresent(rung -> tell(rung, migration));
    }

    private Optional<Rung> nextRung(Migration migration, Instant now) {
        var rungs = settings.rungs();
        var waiting = migration.waiting();
        return waiting.since()
                .filter(since -> waiting.toldRungs() < rungs.size())
                .filter(since ->
                        !since.plus(rungs.get(waiting.toldRungs()).after()).isAfter(now.plus(AROUND)))
                .map(since -> rungs.get(waiting.toldRungs()));
    }

    private void tell(Rung rung, Migration migration) {
        switch (rung.audience()) {
            case ACTING_OWNER -> {
                if (ownerNotifications.remind(migration)) {
                    migration.toldNextRung(REMINDED, clock.instant());
                }
            }
            case CO_OWNERS -> {
                if (migration.coOwners().isEmpty()) {
                    migration.waiting().climb();
                } else if (ownerNotifications.callCoOwners(migration)) {
                    migration.toldNextRung(ESCALATED, clock.instant());
                }
            }
            case OPERATORS -> {
                ownerNotifications.callOperators(migration);
                ownerSearchWorkflow.open(migration.publisherId(), OwnerSearchWorkflow.Why.NOBODY_ACTS);
                migration.toldNextRung(ESCALATED, clock.instant());
            }
        }
    }
}
