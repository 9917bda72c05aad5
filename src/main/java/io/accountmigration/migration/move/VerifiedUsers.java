package io.accountmigration.migration.move;

import io.accountmigration.migration.Migration;
import io.accountmigration.partner.AccountReading;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes on the users whom the verification of a move has read. They are kept until then, and no longer. */
@Component
public class VerifiedUsers {

    private final VerificationReports reports;

    VerifiedUsers(VerificationReports reports) {
        this.reports = reports;
    }

    /** What was read; nothing where the account had moved before the case knew of it. */
    @Transactional
    public Optional<AccountReading> take(Migration migration) {
        return reports.findById(migration.id()).flatMap(VerificationReport::takeUsers);
    }
}
