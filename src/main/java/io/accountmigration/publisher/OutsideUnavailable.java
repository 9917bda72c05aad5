package io.accountmigration.publisher;

import java.time.Duration;
import java.util.Optional;

/**
 * An outside system could not be asked: down, slow, throttled, or answering what nobody can read. It says nothing about
 * the thing asked for.
 */
public abstract class OutsideUnavailable extends RuntimeException {

    private final String system;
    private final Duration retryAfter;
    private boolean refusal;
    private boolean answerLost;

    protected OutsideUnavailable(String system, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.system = system;
        this.retryAfter = retryAfter;
    }

    /** The system answered, and refuses this program: its credentials or its rights are not right. */
    public OutsideUnavailable asRefusal() {
        refusal = true;
        return this;
    }

    /** Whether the system refuses this program, which no retry changes. */
    public boolean isRefusal() {
        return refusal;
    }

    /** The call may have had its effect, though no answer says so. */
    public OutsideUnavailable withAnswerLost() {
        answerLost = true;
        return this;
    }

    /** Whether the call may have had its effect all the same; a call that was not sent or was turned away has none. */
    public boolean isAnswerLost() {
        return answerLost;
    }

    /** The system's name as operators know it. */
    public String system() {
        return system;
    }

    /** How long the system asked to be left alone, where it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
