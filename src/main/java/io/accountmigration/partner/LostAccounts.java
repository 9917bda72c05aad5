package io.accountmigration.partner;

/** Knows, without asking Partner Center, which moved accounts were not active when that was last looked at. */
public interface LostAccounts {

    /** Whether the account of a moved publisher is known to be lost: not active any more, or gone. */
    boolean includes(String publisherId);
}
