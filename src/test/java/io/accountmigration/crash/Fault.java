package io.accountmigration.crash;

/** What goes wrong: with one call to the outside, or with the transaction as a whole. */
enum Fault {
    /** The node is killed when it has just begun the call. */
    KILL_BEFORE_EFFECT(true),
    /** The node is killed when the call has had its effect and before its answer is there. */
    KILL_AFTER_EFFECT(true),
    /** The call has its effect, and the answer never comes. */
    ANSWER_LOST(true),
    /** 429 with {@code Retry-After}. */
    THROTTLED(true),
    /** 500. */
    REFUSED(true),
    /** The call has its effect long after the program gave it up. */
    SLOW(true),
    /** The connection ends before the call has an effect. */
    RESET(true),
    /** The node is killed when everything is done and nothing committed. */
    KILL_BEFORE_COMMIT(false),
    /** The same comes twice at the same moment. */
    DUPLICATE(false),
    /** A message for the case comes while the transaction is under way. */
    EARLY_MESSAGE(false),
    /** The database is restarted when everything is done and nothing committed. */
    DATABASE_RESTART(false);

    private final boolean ofCalls;

    Fault(boolean ofCalls) {
        this.ofCalls = ofCalls;
    }

    boolean isOfCalls() {
        return ofCalls;
    }

    boolean kills() {
        return this == KILL_BEFORE_EFFECT || this == KILL_AFTER_EFFECT || this == KILL_BEFORE_COMMIT;
    }

    boolean restarts() {
        return this == DATABASE_RESTART;
    }

    /** Whether it says anything only about calls that change something. */
    boolean needsEffect() {
        return this == KILL_AFTER_EFFECT || this == ANSWER_LOST;
    }
}
