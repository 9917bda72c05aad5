package io.accountmigration.partner;

/** The answer to adding a user to a Partner Center account. */
public sealed interface AddUserResult {

    /** The user has the role now, or had it already. */
    record Added() implements AddUserResult {}

    /** Partner Center does not take this user, and says why. */
    record Refused(String reason) implements AddUserResult {}
}
