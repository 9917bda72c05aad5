package io.accountmigration.partner;

import java.time.Instant;
import java.util.Optional;

/**
 * One record of the audit feed.
 *
 * @param changeId the record's own id
 * @param occurredAt when the change was made
 * @param operation what was done, in Partner Center's words, such as {@code create_partner_user}
 * @param user the user after the change; nothing where that part of the record cannot be read
 * @param active whether the user may still sign in after the change
 */
public record FeedRecord(
        String changeId, Instant occurredAt, String operation, Optional<AccountUser> user, boolean active) {}
