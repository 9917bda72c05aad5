package io.accountmigration.crash;

/**
 * One fault at one boundary.
 *
 * @param passage how often the boundary is passed before; a loop may come by more than once
 * @param call the call to the outside that suffers it; null where the transaction as a whole does
 */
record Cell(Way way, Boundary boundary, long passage, String call, Fault fault) {

    @Override
    public String toString() {
        return boundary + (call == null ? "" : ", " + call) + ": " + fault;
    }
}
