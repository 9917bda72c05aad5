package io.accountmigration.eligibility;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.eligibility.MembershipVerdict.Pending;
import io.accountmigration.eligibility.MembershipVerdict.Unusable;
import io.accountmigration.eligibility.MembershipVerdict.Usable;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherSnapshot;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The dry run: the checks of the running process, with the first owner's sign-in address as the work address (R4). */
@Component
public class AssessEligibility {

    private final PublisherReader publishers;
    private final StartCheck startCheck;
    private final PartnerMembershipCheck membershipCheck;
    private final WorkEmailCheck workEmailCheck;
    private final TenantMatchCheck tenantMatchCheck;
    private final UserCheck userCheck;
    private final Clock clock;

    AssessEligibility(
            PublisherReader publishers,
            StartCheck startCheck,
            PartnerMembershipCheck membershipCheck,
            WorkEmailCheck workEmailCheck,
            TenantMatchCheck tenantMatchCheck,
            UserCheck userCheck,
            Clock clock) {
        this.publishers = publishers;
        this.startCheck = startCheck;
        this.membershipCheck = membershipCheck;
        this.workEmailCheck = workEmailCheck;
        this.tenantMatchCheck = tenantMatchCheck;
        this.userCheck = userCheck;
        this.clock = clock;
    }

    /** The assessment of a publisher, or nothing where there is none of that id. No side effect. */
    public Optional<Assessment> of(String publisherId) {
        return publishers.read(publisherId).map(this::assess);
    }

    /** The assessment of a publisher that was read already. No side effect. */
    public Assessment assess(PublisherSnapshot snapshot) {
        var blocked = startCheck
                .check(snapshot)
                .map(obstacle -> obstacle.finding(snapshot.publisher().id()));
        var findings = blocked.map(List::of).orElseGet(() -> findingsOnTheWay(snapshot));
        return new Assessment(snapshot.publisher().id(), findings, clock.instant());
    }

    private List<Finding> findingsOnTheWay(PublisherSnapshot snapshot) {
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
        checkAddress(owner, partnerTenants).ifPresent(findings::add);
        if (!partnerTenants.isEmpty()) {
            addUsers(snapshot, owner, partnerTenants, findings);
        }
        return findings;
    }

    private Optional<Finding> checkAddress(EmailAddress owner, List<Tenant> partnerTenants) {
        var verdict = workEmailCheck.check(owner);
        if (verdict instanceof Refused refused) {
            return Optional.of(refused.finding());
        }
        var tenant = ((Accepted) verdict).tenant();
        return partnerTenants.isEmpty() ? Optional.empty() : tenantMatchCheck.check(tenant, partnerTenants);
    }

    private void addUsers(
            PublisherSnapshot snapshot, EmailAddress owner, List<Tenant> partnerTenants, List<Finding> findings) {
        snapshot.users().stream()
                .filter(user -> !user.signsInAs(owner.value()))
                .map(user -> userCheck.check(user, partnerTenants))
                .flatMap(verdict -> verdict instanceof NotCarried notCarried
                        ? Optional.of(notCarried.finding()).stream()
                        : Optional.<Finding>empty().stream())
                .forEach(findings::add);
    }
}
