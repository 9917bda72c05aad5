package io.accountmigration.eligibility;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.eligibility.MembershipVerdict.Pending;
import io.accountmigration.eligibility.MembershipVerdict.Unusable;
import io.accountmigration.eligibility.MembershipVerdict.Usable;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.TwinEntries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dry run: the checks of the running process, with the first owner's sign-in address as the work address (R4). */
@Component
public class AssessEligibility {

    private final StartCheck startCheck;
    private final PartnerMembershipCheck membershipCheck;
    private final WorkEmailCheck workEmailCheck;
    private final TenantMatchCheck tenantMatchCheck;
    private final TenantNameDisclosure tenantNameDisclosure;
    private final UserCheck userCheck;
    private final Clock clock;

    AssessEligibility(
            StartCheck startCheck,
            PartnerMembershipCheck membershipCheck,
            WorkEmailCheck workEmailCheck,
            TenantMatchCheck tenantMatchCheck,
            TenantNameDisclosure tenantNameDisclosure,
            UserCheck userCheck,
            Clock clock) {
        this.startCheck = startCheck;
        this.membershipCheck = membershipCheck;
        this.workEmailCheck = workEmailCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.tenantNameDisclosure = tenantNameDisclosure;
        this.userCheck = userCheck;
        this.clock = clock;
    }

    /** The assessment of a publisher for these people. Only the count of disclosed names changes. */
    public Assessment assess(PublisherSnapshot snapshot, Audience audience) {
        var blocked = startCheck
                .check(snapshot)
                .map(obstacle -> obstacle.finding(snapshot.publisher().id()));
        var findings = blocked.map(List::of).orElseGet(() -> findingsOnTheWay(snapshot, audience));
        return new Assessment(snapshot.publisher().id(), findings, clock.instant());
    }

    private List<Finding> findingsOnTheWay(PublisherSnapshot snapshot, Audience audience) {
        var findings = new ArrayList<Finding>();
        var membership = membershipCheck.check(snapshot.publisher().partnerId());
        var partnerTenants = List.<Tenant>of();
        if (membership instanceof Usable usable) {
            partnerTenants = usable.membership().tenants();
        } else if (membership instanceof Pending pending) {
            findings.add(pending.finding());
        } else if (membership instanceof Unusable unusable) {
            findings.add(unusable.finding());
        }
        var owner = new EmailAddress(snapshot.owners().get(0));
        checkAddress(owner, partnerTenants, audience).ifPresent(findings::add);
        if (!partnerTenants.isEmpty()) {
            addUsers(snapshot, owner, partnerTenants, findings);
        }
        return findings;
    }

    private Optional<Finding> checkAddress(EmailAddress owner, List<Tenant> partnerTenants, Audience audience) {
        var verdict = workEmailCheck.check(owner, partnerTenants);
        if (verdict instanceof Refused refused) {
            return Optional.of(refused.finding());
        }
        var tenantId = ((Accepted) verdict).tenant().tenantId();
        return partnerTenants.isEmpty()
                ? Optional.empty()
                : tenantMatchCheck
                        .check(tenantId, partnerTenants)
                        .map(mismatch -> tenantNameDisclosure.tell(mismatch, audience));
    }

    private void addUsers(
            PublisherSnapshot snapshot, EmailAddress owner, List<Tenant> partnerTenants, List<Finding> findings) {
        var twins = TwinEntries.among(snapshot.users());
        snapshot.users().stream()
                .filter(user -> !user.signsInAs(owner.value()))
                .map(user -> twins.isTwin(user)
                        ? new NotCarried(FindingCode.USER_IS_TWIN.naming(user.address()))
                        : userCheck.check(user, partnerTenants))
                .flatMap(verdict -> verdict instanceof NotCarried notCarried
                        ? Optional.of(notCarried.finding()).stream()
                        : Optional.<Finding>empty().stream())
                .forEach(findings::add);
    }
}
