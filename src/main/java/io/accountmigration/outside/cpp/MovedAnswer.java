package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

import io.accountmigration.publisher.MovedPublisher;
import java.util.Optional;

/** One read-only publisher as the portal sends it. */
record MovedAnswer(String publisherId, String accountId) {

    MovedAnswer {
        requireNonNull(publisherId);
    }

    /** Nothing where the portal names no account: nobody can tell what such a publisher has moved to. */
    Optional<MovedPublisher> toMoved() {
        return Optional.ofNullable(accountId)
                .filter(id -> !id.isBlank())
                .map(id -> new MovedPublisher(publisherId, id));
    }
}
