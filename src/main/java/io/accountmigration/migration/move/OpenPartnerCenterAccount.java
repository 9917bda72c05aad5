package io.accountmigration.migration.move;

import static io.accountmigration.migration.MigrationStep.OPEN_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.TRANSFER_SETTINGS;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.partner.OpenAccountResult.Opened;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount.State;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the new account, which stays provisional until the switch. There must never be a second one (R8). */
@Component
public class OpenPartnerCenterAccount {

    private final Migrations migrations;
    private final PartnerCenter partnerCenter;
    private final AdoptMovedAccount adoptMovedAccount;
    private final StepHandover stepHandover;
    private final Clock clock;

    OpenPartnerCenterAccount(
            Migrations migrations,
            PartnerCenter partnerCenter,
            AdoptMovedAccount adoptMovedAccount,
            StepHandover stepHandover,
            Clock clock) {
        this.migrations = migrations;
        this.partnerCenter = partnerCenter;
        this.adoptMovedAccount = adoptMovedAccount;
        this.stepHandover = stepHandover;
        this.clock = clock;
    }

    /** Opens the account, or finds the one that this case opened; somebody else's account ends the move. */
    @Transactional
    public MoveOutcome openFor(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.move().isGivenUp()) {
            return MoveOutcome.GIVEN_UP;
        }
        if (migration.move().isAdopted()) {
            return opened(migration);
        }
        var opening = partnerCenter.open(
                migration.publisherId(),
                migration.enrolment().partnerId().orElseThrow(),
                migration.address().tenantId().orElseThrow(),
                // Partner Center repeats an earlier answer to a repeated request, whatever has become of the account
                // since.
                migration.request(OPEN_PARTNER_CENTER_ACCOUNT, migration.since().toString()));
        if (opening instanceof Opened opened) {
            migration.move().opened(opened.account().accountId());
            if (opened.account().state() == State.ACTIVE) {
                adoptMovedAccount.adopt(migration);
            } else if (opened.isNew()) {
                stepHandover.opened(migration, opened.account().accountId());
            }
            return opened(migration);
        }
        if (adoptMovedAccount.adopt(migration)) {
            return opened(migration);
        }
        migration.conflictFound(clock.instant());
        return MoveOutcome.GIVEN_UP;
    }

    private MoveOutcome opened(Migration migration) {
        migration.advance(OPEN_PARTNER_CENTER_ACCOUNT, TRANSFER_SETTINGS, clock.instant());
        return MoveOutcome.DONE;
    }
}
