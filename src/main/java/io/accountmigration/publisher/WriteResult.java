package io.accountmigration.publisher;

/** What became of a write to Cloud Partner Portal. */
public sealed interface WriteResult {

    /** The content is as asked for, in this version. */
    record Written(String version) implements WriteResult {}

    /** The content has changed since it was read: read and decide again. */
    record Stale() implements WriteResult {}

    /**
     * The portal does not take what was asked for, and would not take it at another time.
     *
     * @param code the portal's own code
     * @param text the portal's own sentence
     */
    record Refused(String code, String text) implements WriteResult {}
}
