package io.accountmigration.migration.followup;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.migration.MigrationState;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sends unrequested mails to owners, within the limits for one person. */
@Component
public class OwnerNotifications {

    private final OwnerMails mails;
    private final MailLimits mailLimits;
    private final FollowUpSettings followUp;
    private final MigrationSettings settings;
    private final Clock clock;

    OwnerNotifications(
            OwnerMails mails,
            MailLimits mailLimits,
            FollowUpSettings followUp,
            MigrationSettings settings,
            Clock clock) {
        this.mails = mails;
        this.mailLimits = mailLimits;
        this.followUp = followUp;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is a new task; an owner who has just completed the last one sees it without a mail. */
    public void ofNewTask(Migration migration) {
        if (migration.waiting().wasLeftAlone(followUp.presence(), clock.instant())) {
            tellOrOwe(migration);
        }
    }

    /** Sends the mail to the acting owner that a limit held back, if that is possible now. */
    void makeUpForOwed(Migration migration) {
        if (migration.waiting().owesMail()) {
            tellOrOwe(migration);
        }
    }

    private void tellOrOwe(Migration migration) {
        if (migration.waiting().isUntouched()) {
            invite(migration);
            return;
        }
        var allowed = mailLimits.allows(migration.addressOf(migration.actingOwner()));
        if (allowed) {
            mails.sendTask(migration, deadlineOf(migration));
        }
        migration.waiting().oweMail(!allowed);
    }

    /** Asks an owner to act if somebody else has started the migration, or an operator has named the owner. */
    public void invite(Migration migration) {
        var allowed = mailLimits.allows(migration.addressOf(migration.actingOwner()));
        if (allowed) {
            mails.sendInvitation(migration);
        }
        migration.waiting().oweMail(!allowed);
    }

    /** Sends a mail to a person whom an operator made an owner. It is sent once and requested by a person, so no limit holds it back. */
    public void ofAppointment(String publisherId, String owner) {
        mailLimits.count(owner);
        mails.sendAppointment(publisherId, owner);
    }

    /**
     * Tells all owners how the migration has ended. Who gave it up in preparation knows; that an account has moved which
     * the case adopted was said when it did.
     */
    public void ofEnd(Migration migration) {
        if (migration.state() == MigrationState.CANCELLED || migration.move().isAdopted()) {
            return;
        }
        if (migration.endedInConflict()) {
            mails.sendConflictToOperators(migration);
        }
        var signIn = migration.addressOf(migration.actingOwner());
        var replaced = migration.state() == MigrationState.MIGRATED
                && !migration.replacedSignIns().isEmpty();
        var addresses = Stream.concat(
                        migration.owners().stream().map(migration::addressOf),
                        replaced ? Stream.of(migration.workEmail()) : Stream.empty())
                .distinct()
                .toList();
        mailLimits.allowed(addresses).forEach(address -> {
            if (replaced && (address.equals(signIn) || address.equals(migration.workEmail()))) {
                mails.sendReplaced(migration, address, signIn);
            } else {
                mails.sendEnd(migration, address);
            }
        });
    }

    /** Reminds the acting owner; false where that has to wait. */
    boolean remind(Migration migration) {
        var allowed = mailLimits.allows(migration.addressOf(migration.actingOwner()));
        if (allowed) {
            mails.sendReminder(migration, deadlineOf(migration));
        }
        return allowed;
    }

    /** Sends mails to the other owners that they may act; false where limits hold back all of them. */
    boolean callCoOwners(Migration migration) {
        var allowed = mailLimits.allowed(
                migration.coOwners().stream().map(migration::addressOf).toList());
        var notified = migration.coOwners().stream()
                .filter(owner -> allowed.contains(migration.addressOf(owner)))
                .toList();
        notified.forEach(owner -> mails.sendEscalation(migration, owner, deadlineOf(migration)));
        return !notified.isEmpty();
    }

    /** Sends a mail to the operators that no owner acts; their mailbox has no limit. */
    public void callOperators(Migration migration) {
        mails.sendToOperators(migration, deadlineOf(migration));
    }

    private Instant deadlineOf(Migration migration) {
        return migration.startedAt().plus(settings.deadline());
    }
}
