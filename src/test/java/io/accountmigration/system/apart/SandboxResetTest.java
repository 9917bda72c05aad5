package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Fault;
import io.accountmigration.system.Journey;
import io.accountmigration.system.WholeProgramTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** In a program of its own: it would take away what others work with. Nothing begins by itself in it. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:reset;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=0",
            "user-sync.poll-interval=PT1H",
            "user-sync.adoption-interval=PT1H",
            "readiness.recheck-poll=PT1H",
        })
@DirtiesContext
class SandboxResetTest extends WholeProgramTest {

    /** They hold who people are, what the program needs, and nothing that has happened to an account. */
    private static final Set<String> KEPT = Set.of(
            "FLYWAY_SCHEMA_HISTORY",
            "SHEDLOCK",
            "PERSON",
            "PERSON_USE_LOCK",
            "REMOVAL_LOCK",
            "START_LOCK",
            "ENDED_SIGN_IN",
            "OUTSIDE_RATE",
            "OUTSIDE_CALL");

    private static final List<String> RUNNING = List.of(
            "ACT_RU_EXECUTION",
            "ACT_RU_TASK",
            "ACT_RU_VARIABLE",
            "ACT_RU_INCIDENT",
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST");

    @Autowired
    private JdbcTemplate database;

    @Test
    void everythingIsAsOnTheFirstDay() {
        var named = sandbox().account("contoso");
        var day = named.sheet().path("cpp");
        cases().start(sandbox().account("fabrikam")).succeeded();
        cases().start(sandbox().account("litware")).succeeded();
        assertThat(new Journey(program(), named).walk()).isEqualTo("MIGRATED");
        var operator = as("operator");
        operator.post("/api/readiness-reports", Map.of("publisherIds", List.of("northwind")))
                .succeeded();
        var campaign =
                Map.of("name", "all", "publisherIds", List.of("northwind", "tailspin"), "canarySize", 1, "waveSize", 1);
        operator.post("/api/campaigns", campaign).succeeded();
        sandbox().order(Fault.of("cpp", "GET", "/api/publishers/northwind"));

        as("admin").post("/sandbox/reset", null).succeeded();

        assertThat(rowsOf(RUNNING))
                .containsOnlyKeys(RUNNING)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(rowsOf(tablesOfCases()))
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(operator.get("/api/migrations/contoso").code()).isEqualTo("MIGRATION_NOT_FOUND");
        var again = sandbox().account("contoso");
        assertThat(again.sheet().path("cpp")).isEqualTo(day);
        assertThat(again.sheet().path("partnerCenter").isNull()).isTrue();
        assertThat(new Journey(program(), again).walk()).isEqualTo("MIGRATED");
        assertThat(cases().history(again)).hasSize(1);
    }

    private List<String> tablesOfCases() {
        return database
                .queryForList(
                        "select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = 'PUBLIC'", String.class)
                .stream()
                .filter(table -> !table.startsWith("ACT_") && !KEPT.contains(table.toUpperCase(java.util.Locale.ROOT)))
                .toList();
    }

    private Map<String, Long> rowsOf(List<String> tables) {
        return tables.stream().collect(Collectors.toMap(table -> table, this::rows));
    }

    private long rows(String table) {
        return database.queryForObject("select count(*) from \"" + table + "\"", Long.class);
    }
}
