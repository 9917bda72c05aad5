package io.accountmigration.process.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.operations.OperationsFigures;
import io.accountmigration.migration.operations.OperationsFigures.Ages;
import io.accountmigration.migration.operations.TaskAge;
import io.accountmigration.migration.operations.ViewOperations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** The figures of the operators' page as gauges; what cannot be counted is NaN. */
@Component
class OperationsMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsMetrics.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final ViewOperations operations;
    private final MeterRegistry meters;
    private final Clock clock;
    private Instant failedAt = Instant.EPOCH;

    OperationsMetrics(MeterRegistry meters, ViewOperations operations, Clock clock) {
        this.meters = meters;
        this.operations = operations;
        this.clock = clock;
        cases();
        ages();
        gauge("process.incidents", "Steps that have stopped", it -> it.load().incidents());
        gauge("process.jobs.dead", "Jobs that wait for an operator", it -> it.load()
                .deadJobs());
        gauge("process.instances.suspended", "Instances that an operator has suspended", it -> it.load()
                .suspended());
        gauge("process.jobs.due", "Jobs that wait for a thread", it -> it.load().dueJobs());
    }

    private void cases() {
        for (var state : MigrationState.values()) {
            gauge("migration.cases", "Cases by state", it -> it.in(state), "state", lowerCase(state));
        }
        // What is suspended is counted for all processes alike.
        for (var code : EnumSet.complementOf(EnumSet.of(FindingCode.SUSPENDED, FindingCode.STEP_STOPPED))) {
            gauge(
                    "migration.blockers",
                    "Open cases by what stands in the way",
                    it -> casesWith(code, it),
                    "code",
                    lowerCase(code));
        }
        gauge("migration.cases.open", "Cases that are not over", OperationsFigures::open);
        gauge("migration.cases.without.progress", "Open cases that do not get on", OperationsFigures::withoutProgress);
        gauge("migration.cases.lost", "Open cases whose process is gone", it -> it.load()
                .lostCases());
        gauge("migration.moved.last.day", "Cases moved in 24 hours", OperationsFigures::movedLastDay);
        gauge("migration.moved.per.day", "Cases moved in a day, over seven days", OperationsFigures::perDay);
    }

    private void ages() {
        for (var age : TaskAge.values()) {
            gauge(
                    "migration.tasks.open",
                    "Open tasks by age",
                    it -> it.load().openTasks().getOrDefault(age, 0L),
                    "age",
                    lowerCase(age));
        }
        age("0.5", Ages::median);
        age("0.9", Ages::ninth);
        age("1", Ages::oldest);
    }

    private void age(String quantile, Function<Ages, Duration> age) {
        gauge(
                "migration.cases.age.seconds",
                "How long ago open cases started",
                it -> it.allAges().map(age).map(Duration::toSeconds).orElse(0L),
                "quantile",
                quantile);
    }

    private static double casesWith(FindingCode code, OperationsFigures figures) {
        return figures.blockers().stream()
                .filter(blocker -> blocker.code() == code)
                .mapToLong(OperationsFigures.Blocker::cases)
                .sum();
    }

    private void gauge(String name, String description, ToDoubleFunction<OperationsFigures> figure, String... tags) {
        Gauge.builder(name, this, it -> it.figures().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tags(tags)
                .register(meters);
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A failure is remembered: a database that does not answer must not be waited for by every gauge. */
    private synchronized Optional<OperationsFigures> figures() {
        var now = clock.instant();
        if (!now.isBefore(failedAt) && now.isBefore(failedAt.plus(PAUSE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(operations.figures());
        } catch (NestedRuntimeException | ProcessEngineException noDatabase) {
            LOG.warn("Nothing could be counted: {}", noDatabase.getMessage());
            failedAt = now;
            return Optional.empty();
        }
    }
}
