package io.accountmigration.system;

/** Who knocks at a door, in relation to the one account that the test is about. */
enum Role {
    ANONYMOUS,
    OWNER,
    OTHER_OWNER,
    CONTRIBUTOR,
    OPERATOR,
    AUDITOR,
    SERVICE,
    ADMIN
}
