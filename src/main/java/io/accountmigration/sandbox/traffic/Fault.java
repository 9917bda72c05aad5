package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.sandbox.data.Refusal;
import java.util.Locale;

/**
 * What goes wrong with calls of a system: the first {@code skip} matching calls pass, then {@code times} calls suffer.
 *
 * @param method all methods, when absent
 * @param pathPrefix beginning of the path after the system's base, ignoring case; all paths, when absent
 * @param entries how many entries a {@link Kind#SHORT} list lacks
 * @param count what a {@link Kind#SHORT} or {@link Kind#STALE} list says of its length
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        WireSystem system,
        String method,
        String pathPrefix,
        Kind kind,
        Integer status,
        Integer retryAfterSeconds,
        Integer delayMillis,
        Integer skip,
        Integer times,
        Integer entries,
        Count count) {

    private static final int LONGEST_DELAY_MILLIS = 600_000;

    /** The ways in which a call can go wrong. */
    public enum Kind {
        /** The answer comes late. */
        DELAY,
        /** The call is refused with a status and has no effect. */
        STATUS,
        /** The connection breaks before the call has an effect. */
        RESET,
        /** The call has its effect, and then the connection breaks. */
        DROP_AFTER_EFFECT,
        /** The call succeeds and its answer holds nothing. */
        EMPTY,
        /** The call succeeds and its answer stops in the middle. */
        TRUNCATED,
        /** The call succeeds and the last entries of its list are missing. */
        SHORT,
        /** The call succeeds with the list as it was read last before it changed, if it was. */
        STALE
    }

    /** What a list that is short or stale says of its length. */
    public enum Count {
        /** What it says anyway: of a short list, the length of the whole. */
        KEPT,
        /** How many entries there are in it. */
        OWN,
        NONE
    }

    /** This fault with everything filled in that was left out. */
    Fault complete() {
        require(system != null, "system is required.");
        require(kind != null, "kind is required.");
        var complete = new Fault(
                system,
                method == null ? null : method.toUpperCase(Locale.ROOT),
                pathPrefix,
                kind,
                status == null ? 503 : status,
                retryAfterSeconds,
                delayMillis == null ? 0 : delayMillis,
                skip == null ? 0 : skip,
                times == null ? 1 : times,
                entries == null ? 1 : entries,
                count == null ? Count.KEPT : count);
        require(complete.status >= 400 && complete.status <= 599, "status must be between 400 and 599.");
        require(complete.delayMillis >= 0 && complete.delayMillis <= LONGEST_DELAY_MILLIS, "delayMillis is too long.");
        require(retryAfterSeconds == null || retryAfterSeconds >= 0, "retryAfterSeconds must not be negative.");
        require(complete.skip >= 0, "skip must not be negative.");
        require(complete.times >= 1, "times must be at least 1.");
        require(complete.entries >= 1, "entries must be at least 1.");
        return complete;
    }

    boolean concerns(WireSystem calledSystem, String calledMethod, String calledPath) {
        return system == calledSystem
                && (method == null || method.equals(calledMethod))
                && (pathPrefix == null || calledPath.regionMatches(true, 0, pathPrefix, 0, pathPrefix.length()));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "FAULT_MALFORMED", message);
        }
    }
}
