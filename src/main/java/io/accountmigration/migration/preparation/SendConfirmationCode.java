package io.accountmigration.migration.preparation;

import static io.accountmigration.eligibility.FindingCode.CODE_NOT_SENT;
import static io.accountmigration.eligibility.FindingCode.CODE_WRONG;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.UtcMinuteFormat;
import io.accountmigration.migration.followup.MailLimits;
import io.accountmigration.migration.followup.OwnerMails;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails a fresh code to the work address, unless it was sent enough of them; the one before is worth nothing then. */
@Component
public class SendConfirmationCode {

    private static final int CODES = 100_000_000;

    private final Migrations migrations;
    private final OwnerMails mails;
    private final MailLimits mailLimits;
    private final MigrationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SendConfirmationCode(
            Migrations migrations, OwnerMails mails, MailLimits mailLimits, MigrationSettings settings, Clock clock) {
        this.migrations = migrations;
        this.mails = mails;
        this.mailLimits = mailLimits;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues the message with the code, or lets the case say from when on that is possible. */
    @Transactional
    public void send(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        mailLimits
                .noTriesLeftUntil(migration)
                .map(until -> CODE_WRONG.naming(UtcMinuteFormat.from(until)))
                .or(() -> mailLimits
                        .takeCode(migration)
                        .map(until -> CODE_NOT_SENT.naming(migration.workEmail(), UtcMinuteFormat.from(until))))
                .ifPresentOrElse(migration.address()::refuse, () -> send(migration));
    }

    private void send(Migration migration) {
        var code = "%08d".formatted(random.nextInt(CODES));
        var now = clock.instant();
        var validUntil = now.plus(settings.confirmationCodeValidity());
        migration.codeSent(code, validUntil, now);
        mails.sendConfirmationCode(migration, code, validUntil);
    }
}
