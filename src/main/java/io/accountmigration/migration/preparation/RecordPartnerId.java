package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.PartnerMembershipCheck;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.InvisibleText;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down the partner ID that an owner gave, if it is one. */
@Component
public class RecordPartnerId {

    private final Migrations migrations;
    private final PartnerMembershipCheck membershipCheck;
    private final Clock clock;

    RecordPartnerId(Migrations migrations, PartnerMembershipCheck membershipCheck, Clock clock) {
        this.migrations = migrations;
        this.membershipCheck = membershipCheck;
        this.clock = clock;
    }

    /** Whether the text has the form of a partner ID; if not, the case records the problem. */
    @Transactional
    public boolean record(String processInstanceId, String given) {
        var migration = migrations.ofInstance(processInstanceId);
        var malformed = membershipCheck.checkForm(given);
        if (malformed.isPresent()) {
            migration.enrolment().refuse(malformed.get());
        } else {
            migration.partnerIdEntered(InvisibleText.trim(given), clock.instant());
        }
        return malformed.isEmpty();
    }
}
