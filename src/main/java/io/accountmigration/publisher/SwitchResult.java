package io.accountmigration.publisher;

/** The answer to making a publisher read-only in Cloud Partner Portal. */
public sealed interface SwitchResult {

    /** The portal is read-only and names the Partner Center account. */
    record Switched() implements SwitchResult {}

    /** The content changed since it was read: it has to be transferred again. */
    record Stale() implements SwitchResult {}
}
