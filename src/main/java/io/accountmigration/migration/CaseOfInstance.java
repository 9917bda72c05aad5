package io.accountmigration.migration;

import java.util.Optional;

/** Finds the case that a process instance moves. */
interface CaseOfInstance {

    /** Asks the database once in a transaction, however many steps and listeners of the instance ask. */
    Optional<Migration> findByProcessInstanceId(String processInstanceId);
}
