package io.accountmigration.outside.budget;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.OutageChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether one system answers. After some calls in a row without an answer it counts as down on all nodes: from then on
 * single calls try it, everything else waits, and the first answer ends it. What fails for one case alone is that case's
 * trouble: its step stops, and an operator looks.
 */
final class OutageWatch {

    /** How long work waits while a system does not answer; it is woken when the system does. */
    static final Duration WAIT_IN_OUTAGE = Duration.ofMinutes(1);

    private final String system;
    private final Rate rate;
    private final BudgetSettings settings;
    private final LedgerRows rows;
    private final BudgetWorker worker;
    private final Consumer<OutageChange> tell;
    private final Clock clock;
    private int failures;
    private Optional<String> failedFor = Optional.empty();
    private boolean failedForSeveral;
    private long downSince;
    private long notBefore;
    private long nextProbe;
    private boolean noting;

    OutageWatch(
            String system,
            Optional<Rate> rate,
            BudgetSettings settings,
            LedgerRows rows,
            BudgetWorker worker,
            Consumer<OutageChange> tell,
            Clock clock) {
        this.system = system;
        this.rate = rate.orElse(null);
        this.settings = settings;
        this.rows = rows;
        this.worker = worker;
        this.tell = tell;
        this.clock = clock;
    }

    /** Why nobody may call; nothing where a call may be made, be it to try. */
    synchronized Optional<CallPermit> suspended() {
        var now = clock.millis();
        if (notBefore > now) {
            return Optional.of(new CallPermit.Suspended(Duration.ofMillis(notBefore - now)));
        }
        if (downSince == 0) {
            return Optional.empty();
        }
        if (now < nextProbe && nextProbe <= now + settings.probe().toMillis()) {
            return Optional.of(new CallPermit.Down(WAIT_IN_OUTAGE));
        }
        nextProbe = now + settings.probe().toMillis();
        return Optional.empty();
    }

    synchronized boolean isDown() {
        return downSince != 0;
    }

    /**
     * Learns from a call how the system is.
     *
     * @param subject the case, or the like, for which it was made; empty where it was made for none of them
     */
    synchronized void ended(CallOutcome outcome, Optional<String> subject) {
        var now = clock.millis();
        if (outcome.isAnswer()) {
            failures = 0;
            failedForSeveral = false;
            if (downSince != 0 && !noting) {
                // What tried it goes on at once.
                downSince = 0;
                notBefore = 0;
                note(() -> rows.change(system, this::up));
            }
        } else if (outcome.isNoAnswer()) {
            failedForSeveral |= subject.isEmpty() || failures > 0 && !subject.equals(failedFor);
            failedFor = subject;
            failures++;
            nextProbe = now + settings.probe().toMillis();
            if (failures >= settings.failures() && failedForSeveral && downSince == 0 && !noting) {
                note(() -> rows.change(system, this::down));
            }
        }
        // While it is down, a time that it has not named is not waited for: single calls are no burden.
        if (outcome.pause() != null && (outcome.said() || downSince == 0)) {
            leaveAlone(now, outcome);
        }
    }

    private void note(Runnable change) {
        noting = true;
        worker.later(() -> {
            try {
                change.run();
            } finally {
                synchronized (this) {
                    noting = false;
                }
            }
        });
    }

    private void leaveAlone(long now, CallOutcome outcome) {
        var until = now + outcome.pause().toMillis();
        if (until <= notBefore) {
            return;
        }
        notBefore = until;
        worker.later(() -> rows.change(system, ledger -> {
            if (rate != null && outcome.isThrottled()) {
                ledger.refused(rate, now);
            }
            ledger.leaveAlone(until);
            return true;
        }));
    }

    private boolean down(Ledger ledger) {
        ledger.down(clock.millis());
        remember(ledger);
        return true;
    }

    private synchronized void remember(Ledger ledger) {
        downSince = ledger.downSince();
        notBefore = ledger.notBefore();
    }

    private boolean up(Ledger ledger) {
        if (ledger.downSince() != 0) {
            var since = Instant.ofEpochMilli(ledger.downSince());
            tell.accept(new OutageChange.Ended(system, since, ledger.up()));
        }
        remember(ledger);
        return true;
    }

    /** Takes note of what the nodes know together. */
    synchronized void know(Ledger ledger, long now) {
        if (noting) {
            return;
        }
        if (downSince != 0 && ledger.downSince() == 0) {
            failures = 0;
        }
        downSince = ledger.downSince();
        notBefore = ledger.notBefore() > now + Duration.ofDays(1).toMillis() ? 0 : ledger.notBefore();
    }

    /** Does what is due by time alone while the system is down: has it tried, and has operators told. */
    void look() {
        if (!isDown()) {
            return;
        }
        if (isProbeDue()) {
            tell.accept(new OutageChange.ProbeDue(system));
        }
        rows.change(system, ledger -> {
            if (ledger.tell(clock.millis(), settings.tellAfter().toMillis())) {
                tell.accept(new OutageChange.Lasting(system, Instant.ofEpochMilli(ledger.downSince())));
            }
            return true;
        });
    }

    private synchronized boolean isProbeDue() {
        var now = clock.millis();
        return notBefore <= now
                && (now >= nextProbe || nextProbe > now + settings.probe().toMillis());
    }
}
