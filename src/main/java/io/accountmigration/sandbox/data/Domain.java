package io.accountmigration.sandbox.data;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A domain (in lower case) that belongs to a tenant; every address in it exists there. */
@Entity
@Table(name = "sandbox_domain")
public class Domain {

    @Id
    @Column(name = "domain")
    private String name;

    private String tenantId;
    private int position;
    private String madeBy;

    protected Domain() {}

    public Domain(String name, String tenantId, int position, String madeBy) {
        this.name = name;
        this.tenantId = tenantId;
        this.position = position;
        this.madeBy = madeBy;
    }

    public String name() {
        return name;
    }

    public String tenantId() {
        return tenantId;
    }
}
