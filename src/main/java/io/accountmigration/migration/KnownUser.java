package io.accountmigration.migration;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;

/** A user entry of the old portal as the case last saw it: one that is missing later has to be looked for. */
public record KnownUser(String userId, String address, boolean active) {

    /** Whether the entry signs in under the address, in whatever case it is written. */
    boolean signsInAs(EmailAddress other) {
        return EmailAddress.parse(address).filter(other::equals).isPresent();
    }

    static KnownUser of(PublisherUser user) {
        return new KnownUser(user.userId(), user.address(), user.active());
    }
}
