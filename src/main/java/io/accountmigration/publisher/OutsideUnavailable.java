package io.accountmigration.publisher;

import java.time.Duration;
import java.util.Optional;

/**
 * An outside system could not be asked: down, slow, throttled, or answering what nobody can read. It says nothing about
 * the thing asked for.
 */
public abstract class OutsideUnavailable extends RuntimeException {

    private final String system;
    private Duration retryAfter;
    private String endpoint;
    private boolean answerLost;
    private Kind kind = Kind.NO_ANSWER;

    private enum Kind {
        NO_ANSWER,
        REFUSAL,
        UNREADABLE,
        POSTPONED,
        DOWN
    }

    protected OutsideUnavailable(String system, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.system = system;
        this.retryAfter = retryAfter;
    }

    /** The system answered, and refuses this program: its credentials or its rights are not right. */
    public OutsideUnavailable asRefusal() {
        kind = Kind.REFUSAL;
        return this;
    }

    /** Whether the system refuses this program, which no retry changes. */
    public boolean isRefusal() {
        return kind == Kind.REFUSAL;
    }

    /** The system answered, and the answer is incomplete or cannot be understood. */
    public OutsideUnavailable asUnreadable() {
        kind = Kind.UNREADABLE;
        return this;
    }

    /** Whether an answer was read and is incomplete: all others say nothing about what was asked for. */
    public boolean isUnreadable() {
        return kind == Kind.UNREADABLE;
    }

    /** The system does not answer anybody: what needs it waits, and is woken when it does. */
    public OutsideUnavailable asDown(Duration wait) {
        retryAfter = wait;
        kind = Kind.DOWN;
        return this;
    }

    /** Whether it failed in an outage, whose end is noticed for all. */
    public boolean isDown() {
        return kind == Kind.DOWN;
    }

    /** The system was not asked, since this program may make no more calls now. */
    public OutsideUnavailable asPostponed() {
        kind = Kind.POSTPONED;
        return this;
    }

    /** Whether it was this program's own decision not to ask now. */
    public boolean isPostponed() {
        return kind == Kind.POSTPONED;
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

    /** Names the system as settings and metrics do. */
    public OutsideUnavailable from(String name) {
        endpoint = name;
        return this;
    }

    /** The system's name in settings and metrics, where it is known. */
    public Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    /** How long the system asked to be left alone, where it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
