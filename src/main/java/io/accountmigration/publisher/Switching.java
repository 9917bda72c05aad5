package io.accountmigration.publisher;

/** The answer to making a publisher read-only in Cloud Partner Portal. */
public sealed interface Switching {

    /** The portal is read-only and names the Partner Center account. */
    record Switched() implements Switching {}

    /** The content changed since it was read: it has to be transferred again. */
    record Stale() implements Switching {}
}
