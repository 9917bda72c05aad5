package io.accountmigration.migration;

import static io.accountmigration.migration.MigrationStep.MAKE_PUBLISHER_READ_ONLY;
import static io.accountmigration.migration.MigrationStep.VERIFY_MOVE;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads both accounts back and compares them. Its commit is the point of no return. */
@Component
public class VerifyMove {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final Clock clock;

    VerifyMove(Migrations migrations, CloudPartnerPortal portal, PartnerCenter partnerCenter, Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.clock = clock;
    }

    /** Compares every setting and every user; a difference stops the move for an operator to look at. */
    @Transactional
    public MoveOutcome verify(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        compareSettings(migration);
        compareUsers(migration);
        migration.verified(clock.instant());
        migration.advance(VERIFY_MOVE, MAKE_PUBLISHER_READ_ONLY, clock.instant());
        return MoveOutcome.DONE;
    }

    private void compareSettings(Migration migration) {
        var publisher = portal.find(migration.publisherId())
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        var accountId = migration.accountId().orElseThrow();
        publisher.settings().forEach((area, settings) -> {
            if (!partnerCenter.settingsOf(accountId, area).equals(java.util.Optional.of(settings))) {
                throw new MoveBlocked("the settings of area " + area + " differ in Partner Center");
            }
        });
    }

    private void compareUsers(Migration migration) {
        var roster = AccountRoster.of(partnerCenter, migration.accountId().orElseThrow());
        portal.usersOf(migration.publisherId()).stream()
                .filter(user -> !roster.isSettled(user, migration))
                .findFirst()
                .ifPresent(user -> {
                    throw new MoveBlocked("user " + user.userId() + " has not arrived in Partner Center");
                });
    }
}
