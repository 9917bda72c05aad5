package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.WorkEmailCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.UtcMinuteFormat;
import io.accountmigration.migration.followup.MailLimits;
import io.accountmigration.publisher.EmailAddress;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down the address that an owner gave, if it is one. */
@Component
public class RecordWorkEmail {

    private final Migrations migrations;
    private final WorkEmailCheck workEmailCheck;
    private final MailLimits mailLimits;
    private final Clock clock;

    RecordWorkEmail(Migrations migrations, WorkEmailCheck workEmailCheck, MailLimits mailLimits, Clock clock) {
        this.migrations = migrations;
        this.workEmailCheck = workEmailCheck;
        this.mailLimits = mailLimits;
        this.clock = clock;
    }

    /** Whether the text can be the owner's address: well-formed, and not another person's. If not, the case records the problem. */
    @Transactional
    public boolean record(String processInstanceId, String given) {
        var migration = migrations.ofInstance(processInstanceId);
        var problem = workEmailCheck
                .checkForm(given)
                .or(() -> ofAnotherUser(migration, new EmailAddress(given)))
                .or(() -> withoutTries(migration, new EmailAddress(given)));
        if (problem.isPresent()) {
            migration.address().refuse(problem.get());
        } else {
            migration.workEmailEntered(new EmailAddress(given), clock.instant());
        }
        return problem.isEmpty();
    }

    /** An address that needs a code, of which none may be entered now, would lead to a task that nobody can do. */
    private Optional<Finding> withoutTries(Migration migration, EmailAddress given) {
        return EmailAddress.areSame(given.value(), migration.addressOf(migration.actingOwner()))
                ? Optional.empty()
                : mailLimits
                        .noTriesLeftUntil(migration, given.value())
                        .map(until -> FindingCode.CODE_WRONG.naming(UtcMinuteFormat.from(until)));
    }

    private static Optional<Finding> ofAnotherUser(Migration migration, EmailAddress given) {
        return migration.isOfAnotherUser(given)
                ? Optional.of(FindingCode.ADDRESS_OF_ANOTHER_USER.naming(given.value()))
                : Optional.empty();
    }
}
