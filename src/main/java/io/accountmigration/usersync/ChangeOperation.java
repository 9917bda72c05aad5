package io.accountmigration.usersync;

/** What a change does to a user; the roles it carries are those held afterwards. */
public enum ChangeOperation {
    ADD,
    CHANGE_ROLE,
    REMOVE,
    /** The user is to be looked up in Partner Center. */
    LOOK_UP,
    /** The disabled entry is to leave the portal. */
    PURGE,
    UNKNOWN
}
