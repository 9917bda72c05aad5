package io.accountmigration.sandbox.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An organisation's directory; unmanaged when it came into being by verified e-mail addresses only. */
@Entity
@Table(name = "sandbox_tenant")
public class Tenant {

    @Id
    private String tenantId;

    private String displayName;
    private boolean unmanaged;
    private String madeBy;

    protected Tenant() {}

    public Tenant(String tenantId, String displayName, boolean unmanaged, String madeBy) {
        this.tenantId = tenantId;
        this.displayName = displayName;
        this.unmanaged = unmanaged;
        this.madeBy = madeBy;
    }

    public String tenantId() {
        return tenantId;
    }

    public String displayName() {
        return displayName;
    }

    public boolean isUnmanaged() {
        return unmanaged;
    }
}
