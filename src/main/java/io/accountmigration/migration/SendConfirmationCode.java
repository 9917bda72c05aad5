package io.accountmigration.migration;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails a fresh code to the work address; the one before is worth nothing then. */
@Component
public class SendConfirmationCode {

    private static final int CODES = 100_000_000;

    private final Migrations migrations;
    private final OwnerMails mails;
    private final MigrationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SendConfirmationCode(Migrations migrations, OwnerMails mails, MigrationSettings settings, Clock clock) {
        this.migrations = migrations;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues the message with the code. */
    @Transactional
    public void send(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var code = "%08d".formatted(random.nextInt(CODES));
        var now = clock.instant();
        var validUntil = now.plus(settings.confirmationCodeValidity());
        migration.codeSent(code, validUntil, now);
        mails.sendConfirmationCode(migration, code, validUntil);
    }
}
