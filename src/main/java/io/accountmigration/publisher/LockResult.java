package io.accountmigration.publisher;

/** The answer to locking a publisher in Cloud Partner Portal. */
public sealed interface LockResult {

    /** The lock is held by the case that asked. */
    record Locked() implements LockResult {}

    /** Another case holds the lock. */
    record Refused(String reason) implements LockResult {}

    /** The publisher is read-only: it has moved to Partner Center already. */
    record Moved() implements LockResult {}
}
