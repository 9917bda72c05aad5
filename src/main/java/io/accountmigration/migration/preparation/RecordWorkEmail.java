package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.WorkEmailCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
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
    private final Clock clock;

    RecordWorkEmail(Migrations migrations, WorkEmailCheck workEmailCheck, Clock clock) {
        this.migrations = migrations;
        this.workEmailCheck = workEmailCheck;
        this.clock = clock;
    }

    /** Whether the text can be the owner's address: well-formed, and not another person's. If not, the case records the problem. */
    @Transactional
    public boolean record(String processInstanceId, String given) {
        var migration = migrations.ofInstance(processInstanceId);
        var problem = workEmailCheck.checkForm(given).or(() -> ofAnotherUser(migration, new EmailAddress(given)));
        if (problem.isPresent()) {
            migration.address().refuse(problem.get());
        } else {
            migration.workEmailEntered(new EmailAddress(given), clock.instant());
        }
        return problem.isEmpty();
    }

    private static Optional<Finding> ofAnotherUser(Migration migration, EmailAddress given) {
        return migration.isOfAnotherUser(given)
                ? Optional.of(FindingCode.ADDRESS_OF_ANOTHER_USER.naming(given.value()))
                : Optional.empty();
    }
}
