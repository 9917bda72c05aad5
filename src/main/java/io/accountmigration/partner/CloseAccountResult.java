package io.accountmigration.partner;

/** The answer to closing an account in Partner Center. */
public sealed interface CloseAccountResult {

    /** The account is gone. */
    record Closed() implements CloseAccountResult {}

    /** The account is not provisional any more: somebody works in it, and it stays. */
    record InUse() implements CloseAccountResult {}
}
