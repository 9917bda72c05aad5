package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;

/** A user entry as the portal sends it. */
record UserAnswer(
        String userId, String address, String displayName, UserType type, PublisherRole role, Boolean active) {

    UserAnswer {
        requireNonNull(userId);
        requireNonNull(type);
        requireNonNull(role);
        requireNonNull(active);
    }

    PublisherUser toUser() {
        return new PublisherUser(userId, address, displayName, type, role, active);
    }
}
