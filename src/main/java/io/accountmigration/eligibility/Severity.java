package io.accountmigration.eligibility;

/** How much a finding stands in the way of a migration. */
public enum Severity {
    /** The migration cannot start. */
    BLOCKER,
    /** The migration will ask somebody to do something first. */
    ACTION,
    /** The migration continues; something will not be carried over. */
    NOTICE
}
