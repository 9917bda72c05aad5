package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherRole;

/** One publisher of a user as the portal sends it. */
record MembershipAnswer(String publisherId, String userId, String displayName, PublisherRole role) {

    MembershipAnswer {
        requireNonNull(publisherId);
        requireNonNull(userId);
        requireNonNull(role);
    }

    PublisherMembership toMembership() {
        return new PublisherMembership(publisherId, userId, displayName, role);
    }
}
