package io.accountmigration.sandbox.data;

/** Whether a publisher can be worked on in Cloud Partner Portal. */
public enum CppStatus {
    ACTIVE,
    LOCKED,
    READ_ONLY
}
