package io.accountmigration.crash;

/**
 * One fault at one boundary.
 *
 * @param passage how often the boundary is passed before, where the transaction as a whole suffers
 * @param call the call to the outside that suffers it, the first time that it is made; null where the transaction does
 */
record Cell(Way way, Boundary boundary, long passage, String call, Fault fault) {

    @Override
    public String toString() {
        return boundary + (call == null ? "" : ", " + call) + ": " + fault;
    }
}
