package io.accountmigration.web.migration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.web.api.StrictText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Optional;

/** What a start is asked for with. */
@JsonIgnoreProperties(ignoreUnknown = true)
record StartBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = EmailAddress.MAX_LENGTH)
        @JsonDeserialize(using = StrictText.class)
        String publisherId,

        @Schema(
                description = "An active owner; owners may leave it out",
                nullable = true,
                maxLength = EmailAddress.MAX_LENGTH)
        @JsonDeserialize(using = StrictText.class)
        String requestedBy) {

    String requiredPublisherId() {
        if (publisherId == null || publisherId.isBlank()) {
            throw MigrationRefused.because(Refusal.PUBLISHER_ID_MISSING, "");
        }
        return shortEnough(publisherId, "publisherId");
    }

    Optional<String> owner() {
        return Optional.ofNullable(requestedBy).map(owner -> shortEnough(owner, "requestedBy"));
    }

    private static String shortEnough(String value, String name) {
        if (value.length() > EmailAddress.MAX_LENGTH) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, name);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, name);
        }
        return value;
    }
}
