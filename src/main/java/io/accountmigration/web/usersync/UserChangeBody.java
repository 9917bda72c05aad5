package io.accountmigration.web.usersync;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.IncomingChange;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.text.SingleLineText;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A change that is pushed. Every field is checked by itself, so that a refusal names the one that is wrong. */
record UserChangeBody(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "Names the change: the same id is the same change",
                maxLength = 200)
        String changeId,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "When the change was made, with its zone")
        Instant occurredAt,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The stable id of the user in Partner Center",
                maxLength = 320)
        String userId,

        @Schema(description = "Needed with ADD and CHANGE_ROLE", nullable = true, maxLength = 320)
        String userPrincipalName,

        @Schema(description = "Optional", nullable = true, maxLength = 320)
        String displayName,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "ADD, REMOVE or CHANGE_ROLE; what nobody knows is kept and listed, and changes nothing",
                maxLength = 50)
        String operation,

        @Schema(
                description = "All roles held after the change, at most 50; needed with ADD and CHANGE_ROLE",
                nullable = true)
        List<String> roles) {

    static final String EXAMPLE = """
            {"changeId": "8c1f", "occurredAt": "2026-03-02T09:00:00Z", "userId": "u-7",
             "userPrincipalName": "new@woodgrove.com", "operation": "ADD", "roles": ["Developer"]}""";

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_OPERATION = 50;
    private static final int LONGEST_ROLE = 100;
    private static final int MOST_ROLES = 50;
    private static final int LONGEST_ROLES = 4000;

    private static final Map<String, ChangeOperation> OPERATIONS = Map.of(
            "ADD", ChangeOperation.ADD,
            "REMOVE", ChangeOperation.REMOVE,
            "CHANGE_ROLE", ChangeOperation.CHANGE_ROLE);

    /**
     * The change in this body.
     *
     * @throws CallRefused naming the first field that is wrong
     */
    static IncomingChange read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidRequest("body");
        }
        var changeId = text(body, "changeId", LONGEST_ID);
        var occurredAt = time(body);
        var userId = text(body, "userId", LONGEST_NAME);
        var operationName = text(body, "operation", LONGEST_OPERATION);
        var operation = OPERATIONS.getOrDefault(operationName, ChangeOperation.UNKNOWN);
        var saysWhatIsHeld = operation == ChangeOperation.ADD || operation == ChangeOperation.CHANGE_ROLE;
        return new IncomingChange(
                changeId,
                occurredAt,
                userId,
                saysWhatIsHeld || body.hasNonNull("userPrincipalName") ? address(body) : null,
                body.hasNonNull("displayName") ? text(body, "displayName", LONGEST_NAME) : null,
                operation,
                operationName,
                saysWhatIsHeld || body.hasNonNull("roles") ? roles(body.path("roles")) : Set.of());
    }

    private static String text(JsonNode body, String field, int longest) {
        var text = InvisibleText.trim(body.path(field).textValue());
        if (!SingleLineText.isGiven(text, longest)) {
            throw CallRefused.field(field);
        }
        return text;
    }

    private static Instant time(JsonNode body) {
        try {
            return Instant.parse(text(body, "occurredAt", LONGEST_NAME));
        } catch (DateTimeParseException noTime) {
            throw CallRefused.field("occurredAt");
        }
    }

    private static String address(JsonNode body) {
        var address = text(body, "userPrincipalName", LONGEST_NAME);
        if (!address.matches("\\S+@[^\\s@]+")) {
            throw CallRefused.field("userPrincipalName");
        }
        return address;
    }

    private static Set<String> roles(JsonNode list) {
        var roles = new HashSet<String>();
        var length = 0;
        for (var role : list) {
            if (!SingleLineText.isGiven(role.textValue(), LONGEST_ROLE)) {
                throw CallRefused.field("roles");
            }
            if (roles.add(role.textValue())) {
                length += role.textValue().length() + 1;
            }
        }
        if (!list.isArray() || list.size() > MOST_ROLES || length > LONGEST_ROLES) {
            throw CallRefused.field("roles");
        }
        return roles;
    }
}
