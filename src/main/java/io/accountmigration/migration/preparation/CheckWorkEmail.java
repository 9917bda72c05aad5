package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.eligibility.TenantMatchCheck;
import io.accountmigration.eligibility.TenantNames;
import io.accountmigration.eligibility.TenantNames.Audience;
import io.accountmigration.eligibility.WorkEmailCheck;
import io.accountmigration.migration.Migrations;
import io.accountmigration.publisher.EmailAddress;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whether the address is a work account and, where the membership is usable, of the right directory. */
@Component
public class CheckWorkEmail {

    private final Migrations migrations;
    private final WorkEmailCheck workEmailCheck;
    private final TenantMatchCheck tenantMatchCheck;
    private final TenantNames tenantNames;
    private final Clock clock;

    CheckWorkEmail(
            Migrations migrations,
            WorkEmailCheck workEmailCheck,
            TenantMatchCheck tenantMatchCheck,
            TenantNames tenantNames,
            Clock clock) {
        this.migrations = migrations;
        this.workEmailCheck = workEmailCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.tenantNames = tenantNames;
        this.clock = clock;
    }

    /** Checks the address; says where the case goes on. */
    @Transactional
    public Readiness check(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var verdict = workEmailCheck.check(new EmailAddress(migration.workEmail()));
        if (verdict instanceof Refused refused) {
            migration.address().refuse(refused.finding());
        } else if (verdict instanceof Accepted accepted) {
            if (migration.enrolment().isUsable()) {
                tenantMatchCheck
                        .check(
                                accepted.tenant().tenantId(),
                                migration.enrolment().tenants())
                        .map(mismatch -> tenantNames.tell(mismatch, Audience.owners(migration.owners())))
                        .ifPresent(migration.address()::refuse);
            }
            migration.addressAccepted(accepted.tenant(), clock.instant());
        }
        return migration.readiness();
    }
}
