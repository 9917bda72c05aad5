package io.accountmigration.partner;

/** The answer to opening an account in Partner Center. */
public sealed interface OpenAccountResult {

    /**
     * The account is there, opened by the case that asked.
     *
     * @param isNew whether Partner Center says that it did not exist before
     */
    record Opened(PartnerCenterAccount account, boolean isNew) implements OpenAccountResult {}

    /** Somebody else's account for this publisher is there already; there must not be a second. */
    record Conflict() implements OpenAccountResult {}
}
