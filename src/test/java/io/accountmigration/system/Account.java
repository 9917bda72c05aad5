package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;

/** A publisher of the sandbox with what its people know. */
public record Account(JsonNode sheet) {

    public String publisherId() {
        return sheet.path("publisherId").asText();
    }

    /** The first owner, who has to exist. */
    public String owner() {
        return sheet.path("owners").get(0).asText();
    }

    public boolean hasOwner() {
        return !sheet.path("owners").isEmpty();
    }

    public String secondOwner() {
        return sheet.path("owners").get(1).asText();
    }

    public String workEmail() {
        return sheet.path("acceptedWorkEmail").asText();
    }

    public String partnerId() {
        return sheet.path("acceptedPartnerId").asText();
    }

    public String expectedEnd() {
        return sheet.path("expectedEnd").asText();
    }

    String kind() {
        return sheet.path("kind").asText();
    }

    public String portalStatus() {
        return sheet.path("cpp").path("status").asText();
    }

    /** The state of the account in Partner Center, or an empty text where there is none. */
    public String partnerCenterState() {
        return sheet.path("partnerCenter").path("state").asText();
    }
}
