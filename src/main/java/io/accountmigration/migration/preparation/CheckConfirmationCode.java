package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.ConfirmationOutcome;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.UtcMinuteFormat;
import io.accountmigration.migration.followup.MailLimits;
import io.accountmigration.publisher.InvisibleText;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an owner's answer to the confirmation task. */
@Component
public class CheckConfirmationCode {

    private final Migrations migrations;
    private final MailLimits mailLimits;
    private final Clock clock;

    CheckConfirmationCode(Migrations migrations, MailLimits mailLimits, Clock clock) {
        this.migrations = migrations;
        this.mailLimits = mailLimits;
        this.clock = clock;
    }

    /**
     * Compares the code, unless the owner asks for something else.
     *
     * @param nextStep {@code SEND_AGAIN}, {@code OTHER_ADDRESS}, or nothing
     */
    @Transactional
    public ConfirmationOutcome check(String processInstanceId, String confirmationCode, String nextStep) {
        var migration = migrations.ofInstance(processInstanceId);
        if (migration.address().tenantId().isEmpty()) {
            // Another owner acts now, or no code can reach the address.
            return migration.address().beginAnew(migration.address().problem().orElse(null));
        }
        var wanted = InvisibleText.trim(nextStep);
        if (ConfirmationOutcome.OTHER_ADDRESS.name().equals(wanted)) {
            migration.address().beginAnew();
            return ConfirmationOutcome.OTHER_ADDRESS;
        }
        if (ConfirmationOutcome.SEND_AGAIN.name().equals(wanted)) {
            return ConfirmationOutcome.SEND_AGAIN;
        }
        var confirmation = migration.confirm(confirmationCode, clock.instant());
        var tried = migration.address().hasCode()
                && confirmationCode != null
                && !InvisibleText.trim(confirmationCode).isEmpty();
        return confirmation == ConfirmationOutcome.WRONG && tried ? countWrong(migration) : confirmation;
    }

    private ConfirmationOutcome countWrong(Migration migration) {
        return mailLimits
                .countWrongCode(migration)
                .map(until -> migration.address().beginAnew(FindingCode.CODE_WRONG.naming(UtcMinuteFormat.from(until))))
                .orElse(ConfirmationOutcome.WRONG);
    }
}
