package io.accountmigration.crash;

import java.io.IOException;

/** A call on its way from a node to an outside system, at the relay that injects faults. */
interface Encounter {

    /** What is called, without what differs from publisher to publisher. */
    String signature();

    /** The node that calls, or nothing where that cannot be known. */
    String node();

    /** Lets the call have its effect, and keeps the answer back. */
    void proceed() throws IOException;

    /** Gives the answer of the system behind. */
    void answer() throws IOException;

    /** Gives an answer in place of the system behind. */
    void refuse(int status) throws IOException;

    /** Ends without any answer. */
    void breakOff() throws IOException;

    /** Waits until the caller has given up. */
    void outwait();
}
