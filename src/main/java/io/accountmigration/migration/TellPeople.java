package io.accountmigration.migration;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sends what people are told about a case that waits, but no more of it to one person than is bearable. */
@Component
class TellPeople {

    private final OwnerMails mails;
    private final QuietCap quietCap;
    private final FollowUpSettings followUp;
    private final MigrationSettings settings;
    private final Clock clock;

    TellPeople(
            OwnerMails mails, QuietCap quietCap, FollowUpSettings followUp, MigrationSettings settings, Clock clock) {
        this.mails = mails;
        this.quietCap = quietCap;
        this.followUp = followUp;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is something new to do; who has just done the last thing sees that without a mail. */
    void ofNewTask(Migration migration) {
        if (migration.waiting().wasLeftAlone(followUp.presence(), clock.instant())
                && quietCap.allows(migration.actingOwner())) {
            mails.sendTask(migration, deadlineOf(migration));
        }
    }

    /** Reminds the acting owner; false where that has to wait. */
    boolean remind(Migration migration) {
        var allowed = quietCap.allows(migration.actingOwner());
        if (allowed) {
            mails.sendReminder(migration, deadlineOf(migration));
        }
        return allowed;
    }

    /** Tells the other owners that they may act; false where that has to wait for all of them. */
    boolean callCoOwners(Migration migration) {
        var told = migration.coOwners().stream().filter(quietCap::allows).toList();
        told.forEach(owner -> mails.sendEscalation(migration, owner, deadlineOf(migration)));
        return !told.isEmpty();
    }

    /** Tells the operators that no owner acts; their mailbox is no person's, and takes it always. */
    void callOperators(Migration migration) {
        mails.sendToOperators(migration, deadlineOf(migration));
    }

    private Instant deadlineOf(Migration migration) {
        return migration.startedAt().plus(settings.deadline());
    }
}
