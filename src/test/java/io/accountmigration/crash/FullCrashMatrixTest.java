package io.accountmigration.crash;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All cells, with processes that are really killed. {@code -Dcells=<regular expression>} plays some of them again. */
@Tag("full")
class FullCrashMatrixTest {

    private static final Logger LOG = LoggerFactory.getLogger(FullCrashMatrixTest.class);

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
                entry("USERSYNC_POLLINTERVAL", "PT1H"),
                entry("USERSYNC_WAKEINTERVAL", "PT1S"),
                entry("USERSYNC_RETRY", "PT1S"),
                entry("USERSYNC_LAG", "PT0S"));
        try (var cluster = new Cluster(settings)) {
            cluster.reserve(Kind.CONTOSO, 300);
            cluster.reserve(Kind.WOODGROVE, 90);
            cluster.reserve(Kind.LITWARE, 60);
            cluster.reserve(Kind.NORTHWIND, 60);
            cluster.reserve(Kind.FABRIKAM, 60);
            cluster.reserve(Kind.ALPINE, 40);
            cluster.start("node-1", "node-2");
            var matrix = new CrashMatrix(cluster, Duration.ofMinutes(4), 8);
            assertThat(matrix.record(Way.values()))
                    .as("boundaries that no way touches")
                    .isEmpty();

            var chosen = Pattern.compile(System.getProperty("cells", ""));
            var outcomes = matrix.play(matrix.cells().stream()
                    .filter(cell -> chosen.matcher(cell.toString()).find())
                    .toList());

            matrix.write(outcomes, "crash-matrix-full");
            LOG.info("{} of {} cells", outcomes.size(), matrix.cells().size());
            assertThat(outcomes).isNotEmpty().allSatisfy(outcome -> assertThat(outcome.violations())
                    .as(outcome.cell().toString())
                    .isEmpty());
        }
    }
}
