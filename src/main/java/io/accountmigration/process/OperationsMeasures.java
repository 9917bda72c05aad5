package io.accountmigration.process;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.process.OperationsFigures.TaskAge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * What runs, waits and has failed, as gauges. The database is asked once in twenty seconds however often they are read;
 * what cannot be counted is NaN.
 */
@Component
class OperationsMeasures {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsMeasures.class);
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final CountOperations countOperations;
    private final Clock clock;
    private Optional<OperationsFigures> figures = Optional.empty();
    private Instant countedAt = Instant.EPOCH;

    OperationsMeasures(MeterRegistry meters, CountOperations countOperations, Clock clock) {
        this.countOperations = countOperations;
        this.clock = clock;
        for (var state : MigrationState.values()) {
            gauge("migration.cases", it -> it.cases().getOrDefault(state, 0L))
                    .description("Cases by state")
                    .tag("state", lowerCase(state))
                    .register(meters);
        }
        for (var age : TaskAge.values()) {
            gauge("migration.tasks.open", it -> it.openTasks().getOrDefault(age, 0L))
                    .description("Open tasks by age")
                    .tag("age", lowerCase(age))
                    .register(meters);
        }
        gauge("process.incidents", OperationsFigures::incidents).register(meters);
        gauge("process.jobs.dead", OperationsFigures::deadJobs)
                .description("Jobs that wait for an operator")
                .register(meters);
        gauge("process.jobs.due", OperationsFigures::dueJobs)
                .description("Jobs that wait for a thread")
                .register(meters);
    }

    private Gauge.Builder<OperationsMeasures> gauge(String name, ToDoubleFunction<OperationsFigures> figure) {
        return Gauge.builder(
                name, this, it -> it.figures().map(figure::applyAsDouble).orElse(Double.NaN));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private synchronized Optional<OperationsFigures> figures() {
        var now = clock.instant();
        if (now.isBefore(countedAt) || now.isAfter(countedAt.plus(FRESH))) {
            figures = count();
            countedAt = now;
        }
        return figures;
    }

    /** A failure is remembered like figures: a database that does not answer must not be waited for by every gauge. */
    private Optional<OperationsFigures> count() {
        try {
            return Optional.of(countOperations.count());
        } catch (NestedRuntimeException | ProcessEngineException noDatabase) {
            LOG.warn("Nothing could be counted: {}", noDatabase.getMessage());
            return Optional.empty();
        }
    }
}
