package io.accountmigration.migration;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an owner's answer to the confirmation task. */
@Component
public class CheckConfirmationCode {

    private final Migrations migrations;
    private final Clock clock;

    CheckConfirmationCode(Migrations migrations, Clock clock) {
        this.migrations = migrations;
        this.clock = clock;
    }

    /**
     * Compares the code, unless the owner asks for something else.
     *
     * @param nextStep {@code SEND_AGAIN}, {@code OTHER_ADDRESS}, or nothing
     */
    @Transactional
    public Confirmation check(String processInstanceId, String confirmationCode, String nextStep) {
        var migration = migrations.ofInstance(processInstanceId);
        if (Confirmation.OTHER_ADDRESS.name().equals(nextStep)) {
            migration.address().beginAnew();
            return Confirmation.OTHER_ADDRESS;
        }
        if (Confirmation.SEND_AGAIN.name().equals(nextStep)) {
            return Confirmation.SEND_AGAIN;
        }
        return migration.confirm(confirmationCode, clock.instant());
    }
}
