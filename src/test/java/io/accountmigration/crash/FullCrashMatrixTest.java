package io.accountmigration.crash;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All cells, with processes that are really killed. {@code -Dcells=<regular expression>} plays some of them; what an
 * earlier run has found good, in {@code target/crash-matrix-full.json}, is not played again.
 */
@Tag("full")
class FullCrashMatrixTest {

    @Test
    void whateverIsKilledAnywhereNothingIsLostOrDoubled() {
        var settings = Map.ofEntries(
                entry("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "10000"),
                entry("CAMUNDA_BPM_JOBEXECUTION_WAITTIMEINMILLIS", "50"),
                entry("CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "200"),
                entry(
                        "SPRING_APPLICATION_JSON",
                        "{\"camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle\":\"R10/PT0.5S\"}"),
                entry("MIGRATION_FOLLOWUP_REMINDERS", "PT0S"),
                entry("MIGRATION_FOLLOWUP_COOWNERS", "PT0S"),
                entry("MIGRATION_FOLLOWUP_OPERATORS", "PT0S"),
                entry("MIGRATION_FOLLOWUP_PRESENCE", "PT0S"),
                entry("MIGRATION_OWNERSREFRESH_INTERVAL", "PT1H"),
                entry("READINESS_RETRY", "PT3S"),
                entry("READINESS_RATES_CPP_CALLS", "0"),
                entry("READINESS_RATES_PARTNERCENTER_CALLS", "0"),
                entry("READINESS_RATES_DIRECTORY_CALLS", "0"),
                entry("USERSYNC_POLLINTERVAL", "PT1H"),
                entry("USERSYNC_WAKEINTERVAL", "PT1S"),
                entry("USERSYNC_RETRY", "PT1S"),
                entry("USERSYNC_LAG", "PT0S"));
        try (var cluster = new Cluster(settings)) {
            cluster.reserve(Kind.CONTOSO, 560);
            cluster.reserve(Kind.WOODGROVE, 200);
            cluster.reserve(Kind.LITWARE, 100);
            cluster.reserve(Kind.NORTHWIND, 100);
            cluster.reserve(Kind.FABRIKAM, 200);
            cluster.reserve(Kind.ALPINE, 60);
            cluster.start("node-1", "node-2");
            var matrix = new CrashMatrix(cluster, Duration.ofMinutes(10), 8);
            assertThat(matrix.record(Way.values()))
                    .as("boundaries that no way touches")
                    .isEmpty();

            var chosen = Pattern.compile(System.getProperty("cells", ""));
            var outcomes = Outcomes.goingOn("crash-matrix-full", matrix.cells());
            var asked = matrix.cells().stream()
                    .filter(cell -> chosen.matcher(cell.toString()).find())
                    .toList();
            matrix.play(asked.stream().filter(cell -> !outcomes.hasGood(cell)).toList(), outcomes);

            assertThat(asked).isNotEmpty().allMatch(outcomes::hasGood);
        }
    }
}
