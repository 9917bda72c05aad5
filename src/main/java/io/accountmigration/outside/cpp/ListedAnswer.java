package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

/** A publisher in the list of all of them. */
record ListedAnswer(String publisherId) {

    ListedAnswer {
        requireNonNull(publisherId);
    }
}
