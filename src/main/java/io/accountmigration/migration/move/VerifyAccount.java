package io.accountmigration.migration.move;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a moved account with the old one again, and keeps what was found in place of the report before. */
@Component
public class VerifyAccount {

    private final Migrations migrations;
    private final CompareAccounts compareAccounts;
    private final RestoreActivation restoreActivation;
    private final VerificationReports reports;
    private final Clock clock;

    VerifyAccount(
            Migrations migrations,
            CompareAccounts compareAccounts,
            RestoreActivation restoreActivation,
            VerificationReports reports,
            Clock clock) {
        this.migrations = migrations;
        this.compareAccounts = compareAccounts;
        this.restoreActivation = restoreActivation;
        this.reports = reports;
        this.clock = clock;
    }

    /** Compares the accounts of the publisher's newest case, once its activation is sure; a difference is listed, and stops nothing. */
    @Transactional
    public void verify(String publisherId) {
        var migration = migrations.latest(publisherId).orElseThrow();
        var before = reports.findById(migration.id());
        restoreActivation.of(migration, before.map(VerificationReport::verifiedAt));
        reports.save(new VerificationReport(
                migration.id(), compareAccounts.read(migration).items(), clock.instant()));
    }
}
