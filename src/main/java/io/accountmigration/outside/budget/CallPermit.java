package io.accountmigration.outside.budget;

import java.time.Duration;

/** What came of asking whether a call may be made. */
public sealed interface CallPermit {

    /** It may be made now. */
    record Granted() implements CallPermit {}

    /** There is no allowance for it before that long. */
    record Postponed(Duration pause) implements CallPermit {}

    /** The system wants to be left alone: nobody calls before that long. */
    record Suspended(Duration pause) implements CallPermit {}

    /** The system does not answer: what waits is woken when it does, and comes back after that long at the latest. */
    record Down(Duration pause) implements CallPermit {}
}
