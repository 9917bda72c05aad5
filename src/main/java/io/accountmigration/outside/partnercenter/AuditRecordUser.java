package io.accountmigration.outside.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.outside.Json;
import io.accountmigration.partner.AccountUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A user as an audit record holds it: JSON in a text. That the changed user stands in {@code resourceNewValue} is
 * documented, its members are inferred from the members of a role.
 */
record AuditRecordUser(String id, String userPrincipalName, String displayName, List<String> roles, Boolean active) {

    AuditRecordUser {
        // A part that is not there is not the same as one that is empty: nobody loses a role to a gap.
        requireText(id);
        requireText(userPrincipalName);
        roles = List.copyOf(roles);
        Objects.requireNonNull(active);
    }

    /** The user in this text, or nothing where it holds none that can be read. */
    static Optional<AuditRecordUser> in(JsonNode text) {
        if (text == null || !text.isTextual()) {
            return Optional.empty();
        }
        try {
            var user = Json.read(text.asText().getBytes(StandardCharsets.UTF_8));
            return user.isObject() ? Optional.of(Json.convert(user, AuditRecordUser.class)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    AccountUser toUser() {
        return new AccountUser(id, userPrincipalName, displayName, Set.copyOf(roles));
    }

    private static void requireText(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a required part is missing");
        }
    }
}
