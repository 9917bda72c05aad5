package io.accountmigration.sandbox.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A personal account under an address of somebody's own domain. */
@Entity
@Table(name = "sandbox_microsoft_account")
public class MicrosoftAccount {

    @Id
    private String addressKey;

    private String madeBy;

    protected MicrosoftAccount() {}

    public MicrosoftAccount(String addressKey, String madeBy) {
        this.addressKey = addressKey;
        this.madeBy = madeBy;
    }

    String addressKey() {
        return addressKey;
    }
}
