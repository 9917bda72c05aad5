package io.accountmigration.usersync;

/** What has become of a change. */
public enum ChangeState {
    /** It waits for its turn, or for another try. */
    PENDING,
    /** The portal was changed. */
    APPLIED,
    /** The portal was as it should be. */
    UNCHANGED,
    /** A newer change of the same user counts. */
    SUPERSEDED,
    /** Nobody knows what it would mean in the portal; it is listed. */
    UNMAPPED,
    /** It would take away the last owner; it is tried again with every later change. */
    HELD,
    /** A removal that waits for an operator. */
    STAGED,
    /** A removal that an operator rejected. */
    REJECTED
}
