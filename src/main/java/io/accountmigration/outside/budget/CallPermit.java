package io.accountmigration.outside.budget;

import java.time.Duration;

/** What came of asking whether a call may be made. */
public sealed interface CallPermit {

    /** It may be made now. */
    record Granted() implements CallPermit {}

    /** There is no allowance for it before that long. */
    record Postponed(Duration pause) implements CallPermit {}

    /** The system does not answer, or wants to be left alone: nobody calls before that long. */
    record Suspended(Duration pause) implements CallPermit {}
}
