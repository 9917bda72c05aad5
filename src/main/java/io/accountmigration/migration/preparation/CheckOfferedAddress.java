package io.accountmigration.migration.preparation;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.TenantMatchCheck;
import io.accountmigration.eligibility.TenantNameDisclosure;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.eligibility.WorkEmailCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the address that an owner signs in with could be the work address, before the owner is asked for
 * one. It accepts nothing: what the owner enters is checked again.
 */
@Component
public class CheckOfferedAddress {

    private final WorkEmailCheck workEmailCheck;
    private final TenantMatchCheck tenantMatchCheck;
    private final TenantNameDisclosure tenantNameDisclosure;

    CheckOfferedAddress(
            WorkEmailCheck workEmailCheck,
            TenantMatchCheck tenantMatchCheck,
            TenantNameDisclosure tenantNameDisclosure) {
        this.workEmailCheck = workEmailCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.tenantNameDisclosure = tenantNameDisclosure;
    }

    /** What is wrong with the address; nothing where the directory does not answer, which says nothing about it. */
    Optional<Finding> check(Migration migration) {
        return check(migration.workEmail(), migration);
    }

    /** The same of the address that another owner signs in with. */
    public Optional<Finding> check(String signIn, Migration migration) {
        return EmailAddress.parse(signIn).flatMap(address -> check(address, migration));
    }

    private Optional<Finding> check(EmailAddress address, Migration migration) {
        try {
            var verdict = workEmailCheck.check(address, migration.enrolment().tenants());
            if (verdict instanceof Accepted accepted && migration.enrolment().isUsable()) {
                return tenantMatchCheck
                        .check(
                                accepted.tenant().tenantId(),
                                migration.enrolment().tenants())
                        .map(mismatch -> tenantNameDisclosure.tell(mismatch, Audience.owners(migration.owners())));
            }
            return verdict instanceof Refused refused ? Optional.of(refused.finding()) : Optional.empty();
        } catch (TenantDirectoryUnavailable unavailable) {
            return Optional.empty();
        }
    }
}
