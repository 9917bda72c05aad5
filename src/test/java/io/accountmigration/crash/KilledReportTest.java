package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Program;
import io.accountmigration.system.RatedReport;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A readiness report on ten thousand publishers within the outside systems' rates, whose program is killed half way. */
@Tag("full")
class KilledReportTest {

    private static final int GENERATED = 10_000;
    private static final int ALL = GENERATED + 10;
    private static final Duration PATIENCE = Duration.ofHours(1);
    /**
     * As in production; the sandbox knows no rates, and looks at blocked accounts again every hour. The rates are what the
     * report may use, so nothing else makes calls: of the generated accounts, two hundred have users to be followed.
     */
    private static final String SETTINGS = """
            {"readiness": {"recheck-interval": "P1D"}, "outside": {"budget": {"rates": {
              "cpp": {"calls": 450}, "partner-center": {"calls": 450}, "directory": {"calls": 450}}}},
            "user-sync": {"poll-interval": "P1D", "wake-interval": "P1D", "adoption-interval": "P1D"}}""";

    private final Database database = Database.start();

    private record Run(JavaProgram process, Program program) implements AutoCloseable {

        @Override
        public void close() {
            process.close();
        }
    }

    @Test
    void everyAccountIsCheckedOnceWithinTheRatesThoughTheProgramIsKilledHalfWay() {
        try (database) {
            var before = new HashMap<String, OffsetDateTime>();
            RatedReport report;
            Duration ahead;
            try (var first = start("report-1", Duration.ZERO)) {
                report = RatedReport.begin(first.program());
                report.goOnUntil(PATIENCE, state -> state.path("assessed").asInt() >= ALL / 2);
                ahead = report.leave();
                first.process().kill();
                before.putAll(assessed());
            }
            try (var second = start("report-2", ahead)) {
                report.goOnIn(second.program());
                var ended = report.goOnToTheEnd(PATIENCE);

                assertThat(ended.path("needs").has("UNKNOWN")).isFalse();
                assertThat(before).hasSizeGreaterThanOrEqualTo(ALL / 2);
                assertThat(assessed()).hasSize(ALL).containsAllEntriesOf(before);
                report.requireRatesKept();
            }
        }
    }

    /** When each account of the report was looked at. */
    private Map<String, OffsetDateTime> assessed() {
        var assessed = new HashMap<String, OffsetDateTime>();
        database.look().query("select publisher_key, assessed_at from readiness_result where need is not null", row -> {
            assessed.put(row.getString(1), row.getObject(2, OffsetDateTime.class));
        });
        return assessed;
    }

    private Run start(String name, Duration ahead) {
        var port = String.valueOf(Database.freePort());
        var address = "http://127.0.0.1:" + port;
        var environment = Map.of(
                "SERVER_PORT",
                port,
                "SPRING_DATASOURCE_URL",
                database.urlFor(name),
                "SPRING_DATASOURCE_USERNAME",
                Database.USER,
                "SPRING_APPLICATION_JSON",
                SETTINGS,
                "SANDBOX_ALLOWSHARED",
                "true",
                "SANDBOX_PUBLISHERS",
                String.valueOf(GENERATED),
                "SANDBOX_CLOCK_AHEAD",
                ahead.toString());
        var process = JavaProgram.start(name, address + "/actuator/health/readiness", environment);
        return new Run(process.awaitReady(), new Program(address));
    }
}
