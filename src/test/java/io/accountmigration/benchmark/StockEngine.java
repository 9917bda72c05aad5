package io.accountmigration.benchmark;

import java.util.List;
import java.util.stream.Stream;

/** The settings that the engine's Spring Boot starter ships, where the program has others. Rights stay on. */
final class StockEngine {

    private static final String PROPERTIES = "generic-properties.properties.";

    static final List<String> ARGUMENTS = Stream.of(
                    "history-level=full",
                    "job-execution.core-pool-size=3",
                    "job-execution.max-pool-size=10",
                    "job-execution.queue-capacity=3",
                    "job-execution.max-jobs-per-acquisition=3",
                    "job-execution.lock-time-in-millis=300000",
                    "job-execution.wait-time-in-millis=5000",
                    "job-execution.max-wait=60000",
                    "authorization.authorization-check-revokes=auto",
                    PROPERTIES + "job-executor-acquire-by-due-date=false",
                    PROPERTIES + "ensure-job-due-date-not-null=false",
                    PROPERTIES + "task-metrics-enabled=true",
                    "eventing.execution=true",
                    "eventing.task=true",
                    "eventing.history=true",
                    "eventing.skippable=true",
                    PROPERTIES + "cmmn-enabled=true",
                    PROPERTIES + "history-removal-time-strategy=end")
            .map(setting -> "--camunda.bpm." + setting)
            .toList();

    private StockEngine() {}
}
