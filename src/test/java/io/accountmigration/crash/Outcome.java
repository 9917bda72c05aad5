package io.accountmigration.crash;

import java.util.List;

/** What became of a cell: where the account ended, and what was found wrong. */
record Outcome(String cell, String publisherId, String end, double seconds, List<String> violations) {

    boolean wasGood() {
        return violations.isEmpty();
    }
}
