package io.accountmigration.outside.directory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the sign-in service knows of an address, as it sends it. */
record RealmAnswer(
        @JsonProperty("NameSpaceType") NameSpace nameSpace,
        @JsonProperty("FederationBrandName") String brand,
        @JsonProperty("MicrosoftAccount") Integer microsoftAccount,
        @JsonProperty("IsViral") boolean viral) {

    private static final String PERSONAL_ACCOUNTS = "MSA Realms";

    RealmAnswer {
        requireNonNull(nameSpace);
        if (nameSpace == NameSpace.UNKNOWN) {
            requireNonNull(microsoftAccount);
        }
    }

    /** Who authenticates the address: a directory, the directory's own identity provider, or nobody. */
    enum NameSpace {
        @JsonProperty("Managed")
        MANAGED,
        @JsonProperty("Federated")
        FEDERATED,
        @JsonProperty("Unknown")
        UNKNOWN
    }

    boolean hasNoDirectory() {
        return nameSpace == NameSpace.UNKNOWN || isPersonalDomain();
    }

    boolean isPersonal() {
        return isPersonalDomain() || Integer.valueOf(1).equals(microsoftAccount);
    }

    private boolean isPersonalDomain() {
        return PERSONAL_ACCOUNTS.equals(brand);
    }
}
