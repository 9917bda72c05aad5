package io.accountmigration.usersync;

import io.accountmigration.partner.AccountReading;
import java.util.List;

/** Compares an account that has just moved with what the verification of the move has read. */
public interface FirstComparison {

    /**
     * Compares, and records the result.
     *
     * @param listed the entries of the portal that the move has left there
     * @return false where the reading is too old, or shows anything that has to be done: it is not enough then
     */
    boolean isDoneWith(AccountReading verified, UserSync sync, List<UserLink> listed);
}
