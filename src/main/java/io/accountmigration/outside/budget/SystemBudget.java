package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.outside.budget.Ledger.Claim;
import io.accountmigration.publisher.CallPriority;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** One system as this node knows it: the calls that it holds, what waits for others, and whether it answers. */
final class SystemBudget {

    /** A person's work is tried again so soon. */
    private static final long PERSON_WAITS = 2_000;

    /** Work that goes last comes back for several calls at once. */
    private static final long LAST_WAITS = 10_000;

    private static final int FEW = 5;

    private final String system;
    private final Rate rate;
    private final BudgetSettings settings;
    private final String node;
    private final LedgerRows rows;
    private final BudgetWorker worker;
    private final OutageWatch outage;
    private final Clock clock;
    private final ReentrantLock leasing = new ReentrantLock();

    private final PriorityQueue<Long> held = new PriorityQueue<>();
    private final Map<Long, int[]> made = new HashMap<>();
    private final Map<CallPriority, Long> waiting = new EnumMap<>(CallPriority.class);
    private final Map<CallPriority, Long> queued = new EnumMap<>(CallPriority.class);
    private Map<CallPriority, Long> waitingElsewhere = Map.of();
    private int[] counted = new int[CallPriority.values().length];
    private int limit;
    private int nodes = 1;
    private int underWay;
    private long heldUntil;
    private long noMoreBefore;
    private boolean used;

    SystemBudget(
            String system,
            Optional<Rate> rate,
            BudgetSettings settings,
            String node,
            LedgerRows rows,
            BudgetWorker worker,
            OutageWatch outage,
            Clock clock) {
        this.system = system;
        this.rate = rate.orElse(null);
        this.settings = settings;
        this.node = node;
        this.rows = rows;
        this.worker = worker;
        this.outage = outage;
        this.clock = clock;
        this.limit = rate.map(Rate::calls).orElse(0);
    }

    boolean isLimited() {
        return rate != null;
    }

    OutageWatch outage() {
        return outage;
    }

    /** How many calls a lease is for: few enough to be shared, so many that leases are seldom. */
    private int lease() {
        return Math.max(12, rate.calls() / 12);
    }

    /** More than these a step is not given before it begins. */
    int mostAtOnce() {
        return lease() / 2;
    }

    private int reserve() {
        return Math.max(Math.min(3, rate.calls() / 10), rate.calls() * settings.reserve() / 100);
    }

    /**
     * Takes calls, all or none.
     *
     * @return how long to wait before it is worth asking again; zero where they may be made
     */
    Duration take(int calls, CallPriority priority, Claim claim) {
        if (rate == null) {
            return Duration.ZERO;
        }
        return takeAs(claim == Claim.PERSON && hasHadItsShare(priority) ? Claim.BEGIN : claim, calls, priority);
    }

    private Duration takeAs(Claim claim, int calls, CallPriority priority) {
        var wait = takeHeld(calls, priority, claim);
        if (wait.isZero() || !mayLease(calls, claim)) {
            return wait.isZero() ? wait : later(calls, priority, wait);
        }
        leasing.lock();
        try {
            wait = takeHeld(calls, priority, claim);
            if (!wait.isZero() && mayLease(calls, claim)) {
                lease(calls, priority, claim);
                wait = takeHeld(calls, priority, claim);
            }
        } finally {
            leasing.unlock();
        }
        return wait.isZero() ? wait : later(calls, priority, wait);
    }

    private synchronized Duration takeHeld(int calls, CallPriority priority, Claim claim) {
        var now = clock.millis();
        dropOld(now);
        if (claim == Claim.BEGIN && isOutranked(priority, now)) {
            return Duration.ofMillis(Math.max(1, rate.per().toMillis() / rate.calls()));
        }
        var times = held.stream().sorted().limit(calls).toList();
        if (times.size() < calls) {
            return Duration.ofMillis(Math.max(1, noMoreBefore - now));
        }
        var last = times.get(times.size() - 1);
        if (last > now) {
            return Duration.ofMillis(last - now);
        }
        times.forEach(time -> held.poll());
        underWay += calls;
        return Duration.ZERO;
    }

    /** Drops what may not be used any more, and what was noted before the clock was put back. */
    private void dropOld(long now) {
        var latest = now + Ledger.HORIZON + Ledger.GOOD_FOR;
        if (now > heldUntil || heldUntil > latest) {
            held.clear();
            heldUntil = 0;
        }
        if (noMoreBefore > latest) {
            noMoreBefore = 0;
            queued.clear();
        }
    }

    /** Somebody whose work goes first waits, and this kind of work has had its share. */
    private boolean isOutranked(CallPriority priority, long now) {
        return hasHadItsShare(priority)
                && Stream.of(waiting, waitingElsewhere)
                        .flatMap(known -> known.entrySet().stream())
                        .anyMatch(known -> known.getKey().compareTo(priority) < 0 && known.getValue() > now);
    }

    private synchronized boolean hasHadItsShare(CallPriority priority) {
        return priority.share() < 100 && counted[priority.ordinal()] >= priority.share() * limit / 100;
    }

    private synchronized boolean mayLease(int calls, Claim claim) {
        var now = clock.millis();
        if (claim != Claim.BEGIN) {
            return true;
        }
        return now >= noMoreBefore && held.size() < calls;
    }

    private void lease(int calls, CallPriority priority, Claim claim) {
        var wanted = claim == Claim.BEGIN ? Math.max(lease(), calls) : Math.max(FEW, calls);
        var lease = worker.ask(() -> rows.change(system, ledger -> ask(ledger, priority, claim, wanted)));
        synchronized (this) {
            if (lease.isEmpty()) {
                noMoreBefore = clock.millis() + 1_000;
            }
        }
    }

    private synchronized boolean ask(Ledger ledger, CallPriority priority, Claim claim, int wanted) {
        var now = clock.millis();
        dropOld(now);
        var open = new ArrayList<>(held);
        for (var i = 0; i < underWay; i++) {
            open.add(now);
        }
        ledger.settle(node, made, open, Math.max(heldUntil, now), rate, now);
        made.clear();
        waiting.values().removeIf(until -> until <= now);
        waiting.forEach(ledger::waits);
        var granted = ledger.grant(node, priority, claim, wanted, reserve(), rate, now);
        held.addAll(granted);
        granted.stream().max(Long::compare).ifPresent(last -> heldUntil = Math.max(heldUntil, last + Ledger.GOOD_FOR));
        if (claim == Claim.BEGIN) {
            noMoreBefore = granted.size() >= wanted ? now : Math.max(now + 1, ledger.nextFree(reserve(), rate, now));
        }
        know(ledger, now);
        return !granted.isEmpty();
    }

    /** Takes note of what the other nodes know. */
    synchronized void know(Ledger ledger, long now) {
        waitingElsewhere = Map.copyOf(ledger.waiting());
        outage.know(ledger, now);
        if (rate != null) {
            counted = ledger.countedByPriority();
            limit = ledger.limit(rate, now);
            nodes = Math.max(1, ledger.nodesAt(now));
        }
    }

    /** Each of those who wait is given a time of its own, so that they do not all come back for the same few calls. */
    private synchronized Duration later(int calls, CallPriority priority, Duration wait) {
        var now = clock.millis();
        var spacing = Math.max(1, rate.per().toMillis() * nodes * calls / rate.calls() / 2);
        var at = Math.max(queued.getOrDefault(priority, 0L), now + wait.toMillis());
        switch (priority) {
            case CHECK -> at = Math.min(now + wait.toMillis(), now + PERSON_WAITS);
            case MOVE, SYNC -> queued.put(priority, at + spacing);
            case COMPARISON, REPORT -> {
                at = Math.max(at, now + LAST_WAITS);
                queued.put(priority, at + spacing);
            }
        }
        waiting.merge(priority, at + PERSON_WAITS, Math::max);
        return Duration.ofMillis(Math.max(1, at - now));
    }

    /** Calls that were taken and not made. */
    synchronized void giveBack(int calls) {
        var now = clock.millis();
        for (var i = 0; i < calls; i++) {
            underWay--;
            if (now <= heldUntil) {
                held.add(now);
            }
        }
    }

    /** A call that was taken has ended. */
    synchronized void ended(CallPriority priority) {
        if (rate == null) {
            return;
        }
        underWay--;
        counted[priority.ordinal()]++;
        made.computeIfAbsent(Ledger.slotEnd(clock.millis(), rate), slot -> new int[CallPriority.values().length])[
                priority.ordinal()]++;
    }

    synchronized void noteUse() {
        used = true;
    }

    /** Whether calls were asked for since this was last asked. */
    synchronized boolean wasUsed() {
        var was = used;
        used = false;
        return was;
    }
}
