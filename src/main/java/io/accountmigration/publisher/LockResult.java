package io.accountmigration.publisher;

import java.util.Optional;

/** The answer to locking a publisher in Cloud Partner Portal. */
public sealed interface LockResult {

    /**
     * The lock is held by the case that asked.
     *
     * @param publisher the publisher under the lock, where the portal has told it with the answer
     */
    record Locked(Optional<Publisher> publisher) implements LockResult {

        public Locked() {
            this(Optional.empty());
        }
    }

    /** Another case holds the lock. */
    record Refused(String reason) implements LockResult {}

    /** The publisher is read-only: it has moved to Partner Center already. */
    record Moved() implements LockResult {}
}
