package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.Ledger.Claim;
import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutageChange;
import io.accountmigration.publisher.OutsideAllowance;
import io.accountmigration.publisher.OutsideCallScope;
import io.accountmigration.publisher.OutsideCallScope.Work;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Decides which calls are made when, for all systems: nobody calls a system more often than its rate allows, and nobody
 * calls one that is down. A step is given the calls that it usually makes before it makes the first, so that none is made
 * in vain; where there are not so many it comes back later.
 */
@Component
public class CallBudget implements OutsideAllowance, DisposableBean {

    private final Map<String, SystemBudget> systems = new ConcurrentHashMap<>();

    /** How many calls a step usually makes, by its name and by system. */
    private final Map<String, Map<String, Integer>> usual = new ConcurrentHashMap<>();

    private final OutsideCallScope scope;
    private final BudgetSettings settings;
    private final LedgerRows rows;
    private final BudgetWorker worker;
    private final Consumer<OutageChange> tell;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ExecutorService thread;
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    CallBudget(
            OutsideCallScope scope,
            BudgetSettings settings,
            LedgerRows rows,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this(
                scope,
                settings,
                rows,
                Executors.newSingleThreadExecutor(new CustomizableThreadFactory("outside-budget-")),
                events::publishEvent,
                meters,
                clock);
    }

    CallBudget(
            OutsideCallScope scope,
            BudgetSettings settings,
            LedgerRows rows,
            ExecutorService thread,
            Consumer<OutageChange> tell,
            MeterRegistry meters,
            Clock clock) {
        this.scope = scope;
        this.settings = settings;
        this.rows = rows;
        this.thread = thread;
        this.worker = new BudgetWorker(thread == null ? Runnable::run : thread);
        this.tell = tell;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether the work of this thread may call the system now. A caller that is granted it reports the outcome afterwards. */
    public CallPermit ask(String system) {
        var work = scope.current();
        var budget = budgetOf(system);
        var suspended = budget.outage().suspended();
        budget.noteUse();
        if (suspended.isPresent()) {
            return suspended.get();
        }
        var wait = admit(budget, system, work);
        if (!wait.isZero()) {
            meters.counter(
                            "outside.calls.postponed",
                            "system",
                            system,
                            "priority",
                            work.priority().name())
                    .increment();
            return new CallPermit.Postponed(wait);
        }
        return new CallPermit.Granted();
    }

    /** Whether the job of this thread would outlive its lock with another call. */
    public boolean isTooLateForJob() {
        return scope.isTooLateForJob();
    }

    private Duration admit(SystemBudget budget, String system, Work work) {
        if (work.isJob() && work.step() != null && !work.hasBegun()) {
            var wait = allot(system, work);
            if (!wait.isZero()) {
                return wait;
            }
        }
        if (work.makeAllotted(system)) {
            return Duration.ZERO;
        }
        var wait = budget.take(1, work.priority(), claimOf(work));
        if (wait.isZero()) {
            work.make(system);
        }
        return wait;
    }

    private static Claim claimOf(Work work) {
        if (work.priority() == CallPriority.CHECK) {
            return Claim.PERSON;
        }
        return work.isJob() && !work.made().isEmpty() ? Claim.CONTINUE : Claim.BEGIN;
    }

    /** Gives a step what it usually needs, of all systems or of none. */
    private Duration allot(String first, Work work) {
        var needs = new TreeMap<>(usual.getOrDefault(work.step(), Map.of()));
        needs.merge(first, 1, Math::max);
        var taken = new HashMap<String, Integer>();
        for (var need : needs.entrySet()) {
            var budget = budgetOf(need.getKey());
            if (!budget.isLimited()) {
                continue;
            }
            var calls = Math.max(1, Math.min(need.getValue(), budget.mostAtOnce()));
            var claim = work.priority() == CallPriority.CHECK ? Claim.PERSON : Claim.BEGIN;
            var wait = budget.take(calls, work.priority(), claim);
            if (!wait.isZero()) {
                taken.forEach((system, count) -> budgetOf(system).giveBack(count));
                return wait;
            }
            taken.put(need.getKey(), calls);
        }
        work.allot(taken, () -> end(work));
        return Duration.ZERO;
    }

    private void end(Work work) {
        work.left().forEach((system, count) -> {
            if (count > 0) {
                budgetOf(system).giveBack(count);
            }
        });
        usual.merge(work.step(), work.made(), CallBudget::usually);
    }

    /** As many as the last time, or a little less than before. */
    private static Map<String, Integer> usually(Map<String, Integer> before, Map<String, Integer> made) {
        var calls = new HashMap<>(made);
        before.forEach((system, count) -> calls.merge(system, count - (count + 3) / 4, Math::max));
        calls.values().removeIf(count -> count <= 0);
        return Map.copyOf(calls);
    }

    /** How long work waits that a system does not answer while it is known to be down; nothing where it is not. */
    public Optional<Duration> waitInOutage(String system) {
        return budgetOf(system).outage().isDown() ? Optional.of(OutageWatch.WAIT_IN_OUTAGE) : Optional.empty();
    }

    /** A call that was granted has ended so. */
    public void ended(String system, CallOutcome outcome) {
        var budget = budgetOf(system);
        var work = scope.current();
        var priority = work.priority();
        budget.ended(priority);
        budget.outage().ended(outcome, work.subject());
        meters.counter("outside.calls.made", "system", system, "priority", priority.name())
                .increment();
    }

    @Override
    public Map<String, Rate> rates() {
        return settings.rates().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        rate -> new Rate(
                                rate.getValue().calls(), rate.getValue().per())));
    }

    /** Learns what other nodes have noted, and does what is due where a system is down. */
    @Scheduled(fixedDelayString = "${outside.budget.probe:PT5S}", initialDelayString = "${outside.budget.probe:PT5S}")
    void look() {
        if (systems.values().stream()
                .noneMatch(it -> it.wasUsed() || it.outage().isDown())) {
            return;
        }
        var now = clock.millis();
        rows.read().forEach((system, ledger) -> budgetOf(system).know(ledger, now));
        systems.values().forEach(it -> it.outage().look());
    }

    private SystemBudget budgetOf(String system) {
        return systems.computeIfAbsent(system, this::budget);
    }

    private SystemBudget budget(String system) {
        var rate = settings.rateOf(system);
        var outage = new OutageWatch(system, rate, settings, rows, worker, tell, clock);
        return new SystemBudget(system, rate, settings, node, rows, worker, outage, clock);
    }

    @Override
    public void destroy() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
