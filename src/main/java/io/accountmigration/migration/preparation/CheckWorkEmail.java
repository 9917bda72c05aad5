package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.eligibility.TenantMatchCheck;
import io.accountmigration.eligibility.TenantNameDisclosure;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
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
    private final TenantNameDisclosure tenantNameDisclosure;
    private final Clock clock;

    CheckWorkEmail(
            Migrations migrations,
            WorkEmailCheck workEmailCheck,
            TenantMatchCheck tenantMatchCheck,
            TenantNameDisclosure tenantNameDisclosure,
            Clock clock) {
        this.migrations = migrations;
        this.workEmailCheck = workEmailCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.tenantNameDisclosure = tenantNameDisclosure;
        this.clock = clock;
    }

    /** Checks the address; returns where the case continues. */
    @Transactional
    public PreparationStatus check(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        var verdict = workEmailCheck.check(
                new EmailAddress(migration.workEmail()), migration.enrolment().tenants());
        if (verdict instanceof Refused refused) {
            migration.address().refuse(refused.finding());
        } else if (verdict instanceof Accepted accepted) {
            if (migration.enrolment().isUsable()) {
                tenantMatchCheck
                        .check(
                                accepted.tenant().tenantId(),
                                migration.enrolment().tenants())
                        .map(mismatch -> tenantNameDisclosure.tell(mismatch, Audience.owners(migration.owners())))
                        .ifPresent(migration.address()::refuse);
            }
            migration.addressAccepted(accepted.tenant(), clock.instant());
        }
        return migration.readiness();
    }
}
