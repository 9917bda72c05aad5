package io.accountmigration.sandbox.data;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A number in the Partner Network: a global account with its tenants, or one of its locations. */
@Entity
@Table(name = "sandbox_partner")
public class Partner {

    @Id
    private String mpnId;

    private String globalMpnId;
    private String partnerName;

    @Enumerated(EnumType.STRING)
    private MembershipState state;

    private Instant vettingAskedAt;
    private String primaryTenantId;

    @ElementCollection
    @CollectionTable(name = "sandbox_partner_tenant", joinColumns = @JoinColumn(name = "mpn_id"))
    @OrderColumn(name = "position")
    @Column(name = "tenant_id")
    private List<String> tenantIds = new ArrayList<>();

    private String madeBy;

    protected Partner() {}

    public Partner(
            String mpnId,
            String partnerName,
            MembershipState state,
            String primaryTenantId,
            List<String> tenantIds,
            String madeBy) {
        this.mpnId = mpnId;
        this.partnerName = partnerName;
        this.state = state;
        this.primaryTenantId = primaryTenantId;
        this.tenantIds.addAll(tenantIds);
        this.madeBy = madeBy;
    }

    /** A location of this global account, with a number of its own. */
    public Partner location(String locationId) {
        var location = new Partner(locationId, partnerName, state, null, List.of(), madeBy);
        location.globalMpnId = mpnId;
        return location;
    }

    /** Asks for the vetting, which starts the time after which a pending enrolment is accepted. */
    public MembershipState vetting(Instant now, Duration pending) {
        if (state == MembershipState.PENDING && vettingAskedAt == null) {
            vettingAskedAt = now;
        }
        return state(now, pending);
    }

    public MembershipState state(Instant now, Duration pending) {
        var waited = vettingAskedAt != null && !now.isBefore(vettingAskedAt.plus(pending));
        return state == MembershipState.PENDING && waited ? MembershipState.ACCEPTED : state;
    }

    public void removeTenant(String tenantId) {
        tenantIds.remove(tenantId);
        if (tenantId.equals(primaryTenantId)) {
            primaryTenantId = tenantIds.isEmpty() ? null : tenantIds.get(0);
        }
    }

    public boolean isOf(Publisher publisher) {
        return publisher.key().equals(madeBy);
    }

    public String mpnId() {
        return mpnId;
    }

    String globalMpnId() {
        return globalMpnId;
    }

    public String partnerName() {
        return partnerName;
    }

    public String primaryTenantId() {
        return primaryTenantId;
    }

    public List<String> tenantIds() {
        return List.copyOf(tenantIds);
    }
}
