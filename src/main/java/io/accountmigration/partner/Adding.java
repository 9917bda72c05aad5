package io.accountmigration.partner;

/** The answer to adding a user to a Partner Center account. */
public sealed interface Adding {

    /** The user has the role now, or had it already. */
    record Added() implements Adding {}

    /** Partner Center does not take this user, and says why. */
    record Refused(String reason) implements Adding {}
}
