package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A report on ten thousand publishers without any rate, on PostgreSQL, with the sandbox on loopback: prints how many
 * accounts a second it looks at, and what one costs in statements. The sandbox's own database is not counted.
 */
@Tag("benchmark")
@DirtiesContext
@Import(ReadinessBenchmark.CountedStatements.class)
@ContextConfiguration(initializers = PostgresProgram.class)
@TestPropertySource(properties = "sandbox.publishers=10000")
class ReadinessBenchmark extends WholeProgramTest {

    private static final SingleQueryCountHolder STATEMENTS = new SingleQueryCountHolder();

    /** Counts what goes to the program's own database. */
    @TestConfiguration
    static class CountedStatements {

        @Bean
        static BeanPostProcessor countStatementsOfReports() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof javax.sql.DataSource source
                            ? ProxyDataSourceBuilder.create(source)
                                    .name("program")
                                    .countQuery(STATEMENTS)
                                    .build()
                            : bean;
                }
            };
        }
    }

    @Test
    void aReportOnTenThousandPublishers() throws IOException {
        STATEMENTS.clear();
        var path = "/api/readiness-reports/"
                + as("operator")
                        .post("/api/readiness-reports", Map.of())
                        .succeeded()
                        .json()
                        .path("id")
                        .asText();
        Cases.patiently("the report ends")
                .atMost(Duration.ofMinutes(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> state(path).path("state").asText().equals("COMPLETED"));

        var report = state(path);
        assertThat(report.path("assessed").asInt()).isEqualTo(10_010);
        report(report);
    }

    private JsonNode state(String path) {
        return as("operator").get(path).succeeded().json();
    }

    private static void report(JsonNode report) throws IOException {
        var accounts = report.path("accounts").asInt();
        var took = Duration.between(
                Instant.parse(report.path("requestedAt").asText()),
                Instant.parse(report.path("endedAt").asText()));
        var statements = STATEMENTS.getQueryCountMap().values().stream()
                .mapToLong(QueryCount::getTotal)
                .sum();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("accounts", accounts);
        figures.put("accountsPerSecond", round(accounts * 1000.0 / took.toMillis()));
        figures.put("statementsPerAccount", round(statements / (double) accounts));
        System.out.println("Readiness report: " + figures);
        var file = Path.of("target", "benchmarks", "readiness.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private static double round(double figure) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", figure));
    }
}
