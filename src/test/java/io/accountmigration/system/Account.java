package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;

/** A publisher of the sandbox with what its people know. */
record Account(JsonNode sheet) {

    String publisherId() {
        return sheet.path("publisherId").asText();
    }

    /** The first owner, who has to exist. */
    String owner() {
        return sheet.path("owners").get(0).asText();
    }

    boolean hasOwner() {
        return !sheet.path("owners").isEmpty();
    }

    String secondOwner() {
        return sheet.path("owners").get(1).asText();
    }

    String workEmail() {
        return sheet.path("acceptedWorkEmail").asText();
    }

    String partnerId() {
        return sheet.path("acceptedPartnerId").asText();
    }

    String expectedEnd() {
        return sheet.path("expectedEnd").asText();
    }

    String kind() {
        return sheet.path("kind").asText();
    }

    String portalStatus() {
        return sheet.path("cpp").path("status").asText();
    }

    /** The state of the account in Partner Center, or an empty text where there is none. */
    String partnerCenterState() {
        return sheet.path("partnerCenter").path("state").asText();
    }
}
