package io.accountmigration.migration;

import java.util.Optional;

/** Finds the case that a process instance moves. */
interface CaseOfInstance {

    /** Queries the database once in a transaction; further calls for the instance return the same object. */
    Optional<Migration> findByProcessInstanceId(String processInstanceId);
}
