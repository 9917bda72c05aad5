package io.accountmigration.migration;

import static io.accountmigration.migration.MigrationStep.TRANSFER_SETTINGS;
import static io.accountmigration.migration.MigrationStep.TRANSFER_USERS;

import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries over the publishing agreement, the company profile and the payout profile (R8). */
@Component
public class TransferSettings {

    private final Migrations migrations;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final MigrationSettings settings;
    private final Clock clock;

    TransferSettings(
            Migrations migrations,
            CloudPartnerPortal portal,
            PartnerCenter partnerCenter,
            MigrationSettings settings,
            Clock clock) {
        this.migrations = migrations;
        this.portal = portal;
        this.partnerCenter = partnerCenter;
        this.settings = settings;
        this.clock = clock;
    }

    /** Copies as many areas as there is time for and remembers which version of the old account was copied. */
    @Transactional
    public MoveOutcome transfer(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        var readAt = clock.instant();
        var publisher = portal.find(migration.publisherId())
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        migration.move().transferring(publisher.version(), readAt);
        for (var area : publisher.settings().keySet()) {
            if (migration.move().hasTransferred(area)) {
                continue;
            }
            if (clock.instant().isAfter(readAt.plus(settings.stepPatience()))) {
                return MoveOutcome.TO_BE_CONTINUED;
            }
            partnerCenter.putSettings(
                    migration.accountId().orElseThrow(),
                    area,
                    publisher.settings().get(area),
                    migration.request(TRANSFER_SETTINGS, area + "/" + publisher.version()));
            migration.move().transferred(area);
        }
        migration.advance(TRANSFER_SETTINGS, TRANSFER_USERS, clock.instant());
        return MoveOutcome.DONE;
    }
}
