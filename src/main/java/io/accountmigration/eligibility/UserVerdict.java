package io.accountmigration.eligibility;

/** What becomes of a user entry in the move. */
public sealed interface UserVerdict {

    /** The user moves under the address. */
    record Carried(String userPrincipalName) implements UserVerdict {}

    /** The user does not move; the finding says why and what to do, so that nobody is dropped silently. */
    record NotCarried(Finding finding) implements UserVerdict {}
}
