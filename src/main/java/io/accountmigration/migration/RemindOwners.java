package io.accountmigration.migration;

import static io.accountmigration.migration.MigrationEvent.Type.ESCALATED;
import static io.accountmigration.migration.MigrationEvent.Type.REMINDED;

import io.accountmigration.migration.FollowUpSettings.Rung;
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
    private final RenewOwners renewOwners;
    private final FollowUpSettings settings;
    private final TellPeople tellPeople;
    private final OwnerSearch ownerSearch;
    private final Clock clock;

    RemindOwners(
            Migrations migrations,
            RenewOwners renewOwners,
            FollowUpSettings settings,
            TellPeople tellPeople,
            OwnerSearch ownerSearch,
            Clock clock) {
        this.migrations = migrations;
        this.renewOwners = renewOwners;
        this.settings = settings;
        this.tellPeople = tellPeople;
        this.ownerSearch = ownerSearch;
        this.clock = clock;
    }

    /** Queues the messages of the next rung, where it is due. Who has had enough mail for today is told tomorrow. */
    @Transactional
    public void remind(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        renewOwners.inJob(migration);
        tellPeople.makeUpForOwed(migration);
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
                if (tellPeople.remind(migration)) {
                    migration.toldNextRung(REMINDED, clock.instant());
                }
            }
            case CO_OWNERS -> {
                if (migration.coOwners().isEmpty()) {
                    migration.waiting().climb();
                } else if (tellPeople.callCoOwners(migration)) {
                    migration.toldNextRung(ESCALATED, clock.instant());
                }
            }
            case OPERATORS -> {
                tellPeople.callOperators(migration);
                ownerSearch.open(migration.publisherId(), OwnerSearch.Why.NOBODY_ACTS);
                migration.toldNextRung(ESCALATED, clock.instant());
            }
        }
    }
}
