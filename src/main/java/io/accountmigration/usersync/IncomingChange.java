package io.accountmigration.usersync;

import io.accountmigration.publisher.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
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

    /** So much may be lost where a time is rounded. */
    private static final Duration ROUNDED = Duration.ofSeconds(1);

    public IncomingChange {
        roles = Set.copyOf(roles);
        // The database keeps so much; a repetition must compare equal.
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether this is the same change as one that another source told under the same id. */
    boolean isSameAs(
            Instant otherTime, String otherUser, String otherAddress, ChangeOperation other, String otherRoles) {
        return Duration.between(occurredAt, otherTime).abs().compareTo(ROUNDED) < 0
                && Objects.equals(userId, otherUser)
                && (userPrincipalName == null
                        || otherAddress == null
                        || EmailAddress.areSame(userPrincipalName, otherAddress))
                && operation == other
                && (operation == ChangeOperation.REMOVE || rolesAsText().equals(otherRoles));
    }

    String rolesAsText() {
        return String.join("\n", new TreeSet<>(roles));
    }
}
