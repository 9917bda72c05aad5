package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.OutageChange;
import io.accountmigration.publisher.OutsideCallScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Budgets for tests: without a database, and without threads of their own. */
public final class CallBudgets {

    private CallBudgets() {}

    public static CallBudget unlimited(Clock clock) {
        return unlimited(new OutsideCallScope(clock), clock);
    }

    public static CallBudget unlimited(OutsideCallScope scope, Clock clock) {
        return node(scope, settings(Map.of()), new InMemory(), change -> {}, clock);
    }

    static BudgetSettings settings(Map<String, Rate> rates) {
        return new BudgetSettings(rates, 1, 5, Duration.ofSeconds(5), Duration.ofMinutes(1));
    }

    static CallBudget node(
            OutsideCallScope scope,
            BudgetSettings settings,
            LedgerRows rows,
            Consumer<OutageChange> tell,
            Clock clock) {
        return new CallBudget(scope, settings, rows, null, tell, new SimpleMeterRegistry(), clock);
    }

    /** Ledgers in memory, which several budgets may share as nodes do. */
    static final class InMemory implements LedgerRows {

        private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
        private int changes;

        @Override
        public synchronized <T> T change(String system, Function<Ledger, T> change) {
            changes++;
            return change.apply(ledgers.computeIfAbsent(system, name -> new Ledger()));
        }

        @Override
        public Map<String, Ledger> read() {
            return ledgers;
        }

        int changes() {
            return changes;
        }
    }
}
