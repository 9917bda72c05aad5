package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutageChange;
import io.accountmigration.publisher.OutsideCallScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Nodes that do work against one system which takes so many calls and refuses the rest, in a time that costs none. */
final class VirtualWorld {

    private static final String SYSTEM = "partner-center";
    private static final long CALL_TAKES = 40;

    /** One node of the program. */
    record Node(CallBudget budget, OutsideCallScope scope) {}

    private static final class Work {

        private final Node node;
        private final CallPriority priority;
        private final String step;
        private final int calls;
        private final Duration again;
        private Instant wanted;
        private Instant due;

        private Work(Node node, CallPriority priority, String step, int calls, Duration again, Instant due) {
            this.node = node;
            this.priority = priority;
            this.step = step;
            this.calls = calls;
            this.again = again;
            this.wanted = due;
            this.due = due;
        }
    }

    private final Rate rate;
    private final CallBudgets.InMemory rows = new CallBudgets.InMemory();
    private final Deque<Instant> window = new ArrayDeque<>();
    private final Map<CallPriority, Integer> made = new EnumMap<>(CallPriority.class);
    private final Map<CallPriority, Duration> longest = new EnumMap<>(CallPriority.class);
    private final PriorityQueue<Work> queue = new PriorityQueue<>(Comparator.comparing((Work work) -> work.due));
    private final Set<Node> dead = new HashSet<>();
    private Consumer<OutageChange> tell = change -> {};
    private Duration otherEvery;
    private Instant otherNext;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private int refusals;
    private int attempts;

    VirtualWorld(Rate rate) {
        this.rate = rate;
    }

    private final Clock clock = new Clock() {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    List<Node> nodes(int count) {
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < count; i++) {
            var scope = new OutsideCallScope(clock);
            var rates = rate == null ? Map.<String, Rate>of() : Map.of(SYSTEM, rate);
            nodes.add(new Node(
                    CallBudgets.node(scope, CallBudgets.settings(rates), rows, change -> tell.accept(change), clock),
                    scope));
        }
        return nodes;
    }

    void tell(Consumer<OutageChange> listener) {
        tell = listener;
    }

    void anotherClientCallsEvery(Duration interval) {
        otherEvery = interval;
        otherNext = now;
    }

    /** Work that makes so many calls, and comes again after that long. */
    void add(Node node, CallPriority priority, String step, int calls, Duration again, int delay) {
        queue.add(new Work(node, priority, step, calls, again, now.plusMillis(delay)));
    }

    void kill(Node node) {
        dead.add(node);
    }

    void runFor(Duration length) {
        var end = now.plus(length);
        while (!queue.isEmpty() && queue.peek().due.isBefore(end)) {
            var work = queue.poll();
            if (dead.contains(work.node)) {
                continue;
            }
            if (work.due.isAfter(now)) {
                now = work.due;
            }
            others();
            run(work);
        }
        now = now.isBefore(end) ? end : now;
    }

    private void others() {
        while (otherEvery != null && !otherNext.isAfter(now)) {
            countAt(otherNext);
            otherNext = otherNext.plus(otherEvery);
        }
    }

    private void run(Work work) {
        attempts++;
        var waits = work.node.scope().inJob(() -> {
            work.node.scope().beginStep(work.step, null, work.priority);
            for (var call = 0; call < work.calls; call++) {
                var permit = work.node.budget().ask(SYSTEM);
                if (permit instanceof CallPermit.Postponed postponed) {
                    return postponed.pause();
                }
                if (permit instanceof CallPermit.Down down) {
                    return down.pause();
                }
                if (permit instanceof CallPermit.Suspended suspended) {
                    return suspended.pause();
                }
                if (call == 0) {
                    longest.merge(
                            work.priority,
                            Duration.between(work.wanted, now),
                            (one, other) -> one.compareTo(other) < 0 ? other : one);
                }
                var wait = call(work.priority);
                now = now.plusMillis(CALL_TAKES);
                work.node
                        .budget()
                        .ended(SYSTEM, wait.isZero() ? CallOutcome.ANSWERED : CallOutcome.throttled(wait, true));
                if (!wait.isZero()) {
                    return wait;
                }
            }
            return Duration.ZERO;
        });
        if (waits.isZero()) {
            work.wanted = now.plus(work.again).plusMillis(1);
            work.due = work.wanted;
        } else {
            work.due = now.plus(waits);
        }
        queue.add(work);
    }

    private Duration call(CallPriority priority) {
        if (!countAt(now)) {
            refusals++;
            return Duration.ofSeconds(Math.max(
                    1,
                    Duration.between(now, window.peekFirst().plus(rate.per())).toSeconds() + 1));
        }
        made.merge(priority, 1, Integer::sum);
        return Duration.ZERO;
    }

    private boolean countAt(Instant time) {
        if (rate == null) {
            return true;
        }
        while (!window.isEmpty() && !window.peekFirst().plus(rate.per()).isAfter(time)) {
            window.removeFirst();
        }
        if (window.size() >= rate.calls()) {
            return false;
        }
        window.addLast(time);
        return true;
    }

    CallPermit ask(Node node) {
        return node.budget().ask(SYSTEM);
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    Ledger ledger() {
        return rows.read().getOrDefault(SYSTEM, new Ledger());
    }

    int refusals() {
        return refusals;
    }

    int calls() {
        return made.values().stream().mapToInt(Integer::intValue).sum();
    }

    int callsOf(CallPriority priority) {
        return made.getOrDefault(priority, 0);
    }

    Duration longestWait(CallPriority priority) {
        return longest.getOrDefault(priority, Duration.ZERO);
    }

    /** Reading a row and writing it are two. */
    int statements() {
        return 2 * rows.changes();
    }

    String summary() {
        return "calls by purpose " + made + ", refused " + refusals + ", attempts " + attempts + ", statements "
                + statements() + ", longest waits " + longest + ", limit learned "
                + (rate == null ? "none" : ledger().limit(rate, clock.millis()));
    }
}
