package io.accountmigration.usersync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of a user as it comes in.
 *
 * @param changeId names the change at its publisher: the same id is the same change
 * @param userId Partner Center's stable id; null where the record cannot be read
 * @param operationName what the sender calls the operation
 * @param roles names of all roles held after the change
 */
public record IncomingChange(
        String changeId,
        Instant occurredAt,
        String userId,
        String userPrincipalName,
        String displayName,
        ChangeOperation operation,
        String operationName,
        Set<String> roles) {

    public IncomingChange {
        roles = Set.copyOf(roles);
        // The database keeps so much; a repetition must compare equal.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    String rolesAsText() {
        return String.join("\n", new TreeSet<>(roles));
    }
}
