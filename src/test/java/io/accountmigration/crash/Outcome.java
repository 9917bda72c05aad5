package io.accountmigration.crash;

import java.util.List;

/** What became of a cell: where the account ended, and what was found wrong. */
record Outcome(String cell, String publisherId, String end, double seconds, List<String> violations) {

    /** What is found where the program never came to the place of the fault. */
    static final String NO_FAULT = "the fault did not happen";

    /** Nothing was wrong, and nothing was tried: whether a way leads through a wait is up to the machine. */
    boolean provedNothing() {
        return violations.equals(List.of(NO_FAULT));
    }

    boolean wasGood() {
        return violations.isEmpty();
    }
}
