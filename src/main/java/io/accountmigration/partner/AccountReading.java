package io.accountmigration.partner;

import io.accountmigration.publisher.PublisherRoster;
import java.time.Instant;
import java.util.List;

/**
 * The users of both accounts of a publisher, as the verification of its move has read them.
 *
 * @param members the members of the roles that the move gives people, in the new account
 * @param roster the user entries of the old account, in the version that was moved
 * @param readAt when the reading began
 */
public record AccountReading(List<AccountUser> members, PublisherRoster roster, Instant readAt) {}
