package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

/** A role as Partner Center sends it. */
record RoleAnswer(String id, String name) {

    RoleAnswer {
        requireNonNull(id);
        requireNonNull(name);
    }
}
