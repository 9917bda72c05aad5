package io.accountmigration.migration;

/** What an owner's answer to the confirmation task leads to. */
public enum ConfirmationOutcome {
    CONFIRMED,
    WRONG,
    SEND_AGAIN,
    OTHER_ADDRESS
}
