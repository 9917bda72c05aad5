package io.accountmigration.crash;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.util.List;

/** Everything around the program that can be looked at from outside, and what breaks it. */
interface Stage {

    Sandbox sandbox();

    Database database();

    Mailbox mailbox();

    Relay relay();

    /** The endpoints of the nodes that run. */
    List<Program> endpoints();

    /** A publisher that nobody used before, whose owner can sign in. */
    Account account(Kind kind);

    /** Ends a node, or plays its end, before this returns; calls at about the same time share one end. */
    void kill(Victim victim);

    /** Executes a job beside the node's own executor, as a second node does that takes the first one for dead. */
    default void executeJob(String id) {
        throw new UnsupportedOperationException("only where the engine runs in the process of the test");
    }

    /** Restarts the database before this returns. */
    default void restartDatabase() {
        database().restart();
    }
}
