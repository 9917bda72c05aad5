package io.accountmigration.partner;

/** Knows, without asking an outside system, which accounts have moved, with this program or without it. */
public interface MovedAccounts {

    /** Whether the account of this publisher is known to have moved. */
    boolean includes(String publisherId);

    /** Whether it has moved and is known to be lost since: not active any more, or gone. */
    boolean isLost(String publisherId);
}
