package io.accountmigration.migration.followup;

import io.accountmigration.migration.ConfirmationCode;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PersonLimits;
import io.accountmigration.publisher.PersonLimits.Kind;
import io.accountmigration.publisher.PersonLimits.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Limits the mails that one person gets, of all accounts and senders together. */
@Component
public class MailLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final PersonLimits limits;
    private final FollowUpSettings followUp;
    private final MigrationSettings settings;

    MailLimits(PersonLimits limits, FollowUpSettings followUp, MigrationSettings settings) {
        this.limits = limits;
        this.followUp = followUp;
        this.settings = settings;
    }

    /** Whether one more unrequested mail may be sent to this address now; if so, it counts as sent. */
    public boolean allows(String address) {
        return limits.take(List.of(unasked(address))).isEmpty();
    }

    /** Those of these addresses to which one more unrequested mail may be sent now; it counts as sent. */
    public List<String> allowed(Collection<String> addresses) {
        limits.hold(addresses.stream().map(this::unasked).toList());
        return addresses.stream().filter(this::allows).toList();
    }

    /** Counts a mail that is sent regardless of the limit. */
    void count(String address) {
        limits.use(unasked(address));
    }

    /**
     * Whether a code may be sent to the work address of a case; if so, it counts as sent.
     *
     * @return nothing where it may; else from when on it may
     */
    public Optional<Instant> takeCode(Migration migration) {
        var address = migration.workEmail();
        return limits.take(List.of(
                new Limit(Kind.CODE_BY, mailboxOf(migration.actingOwner()), settings.codesPerHour(), HOUR),
                new Limit(Kind.CODE_TO, mailboxOf(address), settings.codesPerHour(), HOUR),
                new Limit(Kind.MAIL, mailboxOf(address), settings.mailsPerDay(), DAY)));
    }

    /**
     * Counts a wrong code that was entered for the work address of a case.
     *
     * @return nothing where another may be entered; else from when on one may
     */
    public Optional<Instant> countWrongCode(Migration migration) {
        limits.use(tries(migration));
        return noTriesLeftUntil(migration);
    }

    /** From when on a code may be entered for the work address of a case, where too many wrong ones were. */
    public Optional<Instant> noTriesLeftUntil(Migration migration) {
        return limits.fullUntil(tries(migration));
    }

    /** From when on this address can be confirmed by a code in this case, where too many wrong ones were entered. */
    public Optional<Instant> noTriesLeftUntil(Migration migration, String address) {
        return limits.fullUntil(tries(migration, address));
    }

    private static Limit tries(Migration migration) {
        return tries(migration, migration.workEmail());
    }

    private static Limit tries(Migration migration, String address) {
        var caseAndAddress = migration.id() + " " + mailboxOf(address);
        return new Limit(Kind.CODE_TRY, caseAndAddress, ConfirmationCode.ATTEMPTS, DAY);
    }

    private Limit unasked(String address) {
        return new Limit(Kind.MAIL, mailboxOf(address), followUp.mailsAtMost(), followUp.per());
    }

    private static String mailboxOf(String address) {
        return "person/"
                + EmailAddress.parse(address).map(EmailAddress::mailbox).orElse(address);
    }
}
