package io.accountmigration.partner;

/** The answer to opening an account in Partner Center. */
public sealed interface OpenAccountResult {

    /** The account is there, opened by the case that asked. */
    record Opened(PartnerCenterAccount account) implements OpenAccountResult {}

    /** Somebody else's account for this publisher is there already; there must not be a second. */
    record Conflict() implements OpenAccountResult {}
}
