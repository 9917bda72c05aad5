package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.WorkEmailCheck;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.EmailAddress;
import java.time.Clock;
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

    /** Whether the text has the form of an address; if not, the case says so. */
    @Transactional
    public boolean record(String processInstanceId, String given) {
        var migration = migrations.ofInstance(processInstanceId);
        var malformed = workEmailCheck.checkForm(given);
        if (malformed.isPresent()) {
            migration.address().refuse(malformed.get());
        } else {
            migration.workEmailEntered(new EmailAddress(given), clock.instant());
        }
        return malformed.isEmpty();
    }
}
