package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.MembershipVerdict.Usable;
import io.accountmigration.eligibility.PartnerMembershipCheck;
import io.accountmigration.eligibility.TenantMatchCheck;
import io.accountmigration.eligibility.TenantNameDisclosure;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.owners.RefreshOwners;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks up the partner ID of a case, and whether the work address belongs together with it: the one that is known already,
 * or else the one that the owner is to be offered.
 */
@Component
public class CheckPartnerMembership {

    private final Migrations migrations;
    private final RefreshOwners refreshOwners;
    private final PartnerMembershipCheck membershipCheck;
    private final TenantMatchCheck tenantMatchCheck;
    private final TenantNameDisclosure tenantNameDisclosure;
    private final CheckOfferedAddress checkOfferedAddress;
    private final Clock clock;

    CheckPartnerMembership(
            Migrations migrations,
            RefreshOwners refreshOwners,
            PartnerMembershipCheck membershipCheck,
            TenantMatchCheck tenantMatchCheck,
            TenantNameDisclosure tenantNameDisclosure,
            CheckOfferedAddress checkOfferedAddress,
            Clock clock) {
        this.migrations = migrations;
        this.refreshOwners = refreshOwners;
        this.membershipCheck = membershipCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.tenantNameDisclosure = tenantNameDisclosure;
        this.checkOfferedAddress = checkOfferedAddress;
        this.clock = clock;
    }

    /** Checks the membership; returns where the case continues. */
    @Transactional
    public PreparationStatus check(String processInstanceId) {
        var migration = migrations.ofInstance(processInstanceId);
        refreshOwners.inJob(migration);
        if (migration.address().tenantId().isPresent() && !migration.isOwnedBy(migration.actingOwner())) {
            // Enrolling takes days, in which owners leave.
            migration.answersVoid(clock.instant());
        }
        var verdict = membershipCheck.check(migration.enrolment().partnerId());
        if (verdict instanceof Usable usable) {
            var address = migration.address();
            address.tenantId()
                    .flatMap(tenant ->
                            tenantMatchCheck.check(tenant, usable.membership().tenants()))
                    .map(mismatch -> tenantNameDisclosure.tell(mismatch, Audience.owners(migration.owners())))
                    .ifPresent(address::refuse);
        }
        migration.membershipChecked(verdict, clock.instant());
        if (migration.address().tenantId().isEmpty()) {
            checkOfferedAddress.check(migration).ifPresent(migration.address()::refuse);
        }
        return migration.readiness();
    }
}
