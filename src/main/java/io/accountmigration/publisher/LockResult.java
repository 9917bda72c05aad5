package io.accountmigration.publisher;

/** The answer to locking a publisher in Cloud Partner Portal. */
public sealed interface LockResult {

    /** The lock is held by the case that asked. */
    record Locked() implements LockResult {}

    /** Another case holds the lock, or the account has been switched already. */
    record Refused(String reason) implements LockResult {}
}
