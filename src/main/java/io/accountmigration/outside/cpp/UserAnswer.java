package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;

/** A user entry as the portal sends and takes it. */
record UserAnswer(
        String userId, String address, String displayName, UserType type, PublisherRole role, Boolean active) {

    UserAnswer {
        requireNonNull(userId);
        requireNonNull(type);
        requireNonNull(role);
        requireNonNull(active);
    }

    static UserAnswer of(PublisherUser user) {
        return new UserAnswer(
                user.userId(), user.address(), user.displayName(), user.type(), user.role(), user.active());
    }

    /** Whether this is the same entry with the same rights; the portal may spell names its own way. */
    boolean grantsTheSameAs(UserAnswer other) {
        return userId.equals(other.userId)
                && EmailAddress.areSame(address, other.address)
                && type == other.type
                && role == other.role
                && active.equals(other.active);
    }

    PublisherUser toUser() {
        return new PublisherUser(userId, address, displayName, type, role, active);
    }
}
