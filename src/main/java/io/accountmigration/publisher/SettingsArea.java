package io.accountmigration.publisher;

/** The three groups of settings that move with an account (create-account.md). */
public enum SettingsArea {
    AGREEMENT,
    COMPANY,
    PAYOUT
}
