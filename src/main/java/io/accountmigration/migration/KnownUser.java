package io.accountmigration.migration;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;

/**
 * A user entry of the old portal as the case last saw it: one that is missing later has to be looked for.
 *
 * @param role nothing where the case is from an earlier release
 */
public record KnownUser(String userId, String address, PublisherRole role, boolean active) {

    /** Whether the entry signs in under the address, in whatever case it is written. */
    boolean signsInAs(EmailAddress other) {
        return EmailAddress.parse(address).filter(other::equals).isPresent();
    }

    KnownUser withoutRole() {
        return new KnownUser(userId, address, null, active);
    }

    /** The entry, without what no later step looks at. */
    public PublisherUser asUser() {
        return new PublisherUser(userId, address, null, UserType.USER, role, active);
    }

    static KnownUser of(PublisherUser user) {
        return new KnownUser(user.userId(), user.address(), user.role(), user.active());
    }
}
