package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.MembershipVerdict;
import io.accountmigration.partner.Tenant;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;

/** The partner ID of a case, and what the partner network says of it. */
@Embeddable
public class PartnerEnrolment {

    private String partnerId;
    private boolean partnerIdGiven;

    @Enumerated(EnumType.STRING)
    private MembershipStatus membership = MembershipStatus.UNUSABLE;

    @Convert(converter = JsonColumn.OfTenants.class)
    private List<Tenant> partnerTenants = List.of();

    @Convert(converter = JsonColumn.OfFinding.class)
    private Finding membershipFinding;

    protected PartnerEnrolment() {}

    PartnerEnrolment(Optional<String> partnerId) {
        this.partnerId = partnerId.orElse(null);
    }

    /** The owner gave a number. */
    void enter(String number) {
        partnerId = number;
        partnerIdGiven = true;
        membershipFinding = null;
    }

    /** The portal's own was of no use, or none would have been asked for; what a former owner gave is not used either. */
    void forgetGiven() {
        if (partnerIdGiven) {
            partnerId = null;
            partnerIdGiven = false;
            become(MembershipStatus.UNUSABLE, List.of(), FindingCode.PARTNER_ID_MISSING.naming());
        }
    }

    /** What the owner gave will not do. */
    public void refuse(Finding finding) {
        membershipFinding = finding;
    }

    /** The partner ID was looked up. */
    void judge(MembershipVerdict verdict) {
        if (verdict instanceof MembershipVerdict.Usable usable) {
            become(MembershipStatus.USABLE, usable.membership().tenants(), null);
        } else if (verdict instanceof MembershipVerdict.Pending pending) {
            become(MembershipStatus.PENDING, List.of(), pending.finding());
        } else {
            become(MembershipStatus.UNUSABLE, List.of(), ((MembershipVerdict.Unusable) verdict).finding());
        }
    }

    private void become(MembershipStatus found, List<Tenant> tenants, Finding finding) {
        membership = found;
        partnerTenants = tenants;
        membershipFinding = finding;
    }

    public Optional<String> partnerId() {
        return Optional.ofNullable(partnerId);
    }

    MembershipStatus membership() {
        return membership;
    }

    public boolean isUsable() {
        return membership == MembershipStatus.USABLE;
    }

    /** The directories of the organisation that is enrolled. */
    public List<Tenant> tenants() {
        return partnerTenants;
    }

    Optional<Finding> problem() {
        return Optional.ofNullable(membershipFinding);
    }
}
