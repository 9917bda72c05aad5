package io.accountmigration.outside.budget;

import java.time.Duration;

/**
 * What a call tells of its system.
 *
 * @param pause how long the system wants to be left alone; null where it did not ask
 * @param said whether it named that time itself
 */
public record CallOutcome(Kind kind, Duration pause, boolean said) {

    private enum Kind {
        ANSWERED,
        NO_ANSWER,
        THROTTLED,
        NOTHING
    }

    /** It answered, whatever it said. */
    public static final CallOutcome ANSWERED = new CallOutcome(Kind.ANSWERED, null, false);

    /** The call was not made, or its outcome says nothing about the system. */
    public static final CallOutcome NOTHING = new CallOutcome(Kind.NOTHING, null, false);

    /** It did not answer, or only that it cannot; {@code pause} may be null. */
    public static CallOutcome noAnswer(Duration pause) {
        return new CallOutcome(Kind.NO_ANSWER, pause, pause != null);
    }

    /** It had too many calls. */
    public static CallOutcome throttled(Duration pause, boolean said) {
        return new CallOutcome(Kind.THROTTLED, pause, said);
    }

    boolean isAnswer() {
        return kind == Kind.ANSWERED;
    }

    /** Whether the system did not answer, or only that it cannot. */
    public boolean isNoAnswer() {
        return kind == Kind.NO_ANSWER;
    }

    boolean isThrottled() {
        return kind == Kind.THROTTLED;
    }
}
