package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The faults that are ordered, oldest first; a call suffers the first one that concerns it. */
@Component
@Profile("sandbox")
public class Faults {

    private final List<Ordered> ordered = new ArrayList<>();

    /** An ordered fault and how many calls it will still let pass and still hit. */
    public record Pending(@JsonUnwrapped Fault fault, int remainingSkip, int remaining) {}

    public synchronized Pending order(Fault fault) {
        var added = new Ordered(fault.complete());
        ordered.add(added);
        return added.pending();
    }

    public synchronized List<Pending> all() {
        return ordered.stream().map(Ordered::pending).toList();
    }

    public synchronized void clear() {
        ordered.clear();
    }

    /** The fault that this call suffers; it is used up by that. */
    public synchronized Optional<Fault> next(WireSystem system, String method, String path) {
        for (var candidate : ordered) {
            if (candidate.remaining > 0 && candidate.fault.concerns(system, method, path)) {
                if (candidate.hits()) {
                    return Optional.of(candidate.fault);
                }
            }
        }
        return Optional.empty();
    }

    private static final class Ordered {

        private final Fault fault;
        private int remainingSkip;
        private int remaining;

        private Ordered(Fault fault) {
            this.fault = fault;
            this.remainingSkip = fault.skip();
            this.remaining = fault.times();
        }

        private boolean hits() {
            if (remainingSkip > 0) {
                remainingSkip--;
                return false;
            }
            remaining--;
            return true;
        }

        private Pending pending() {
            return new Pending(fault, remainingSkip, remaining);
        }
    }
}
