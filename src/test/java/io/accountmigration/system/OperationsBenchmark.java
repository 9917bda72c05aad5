package io.accountmigration.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the operators' pages and Tasklist's list take at 100, 10,000 and 100,000 open cases on PostgreSQL, in how many
 * statements, and which tables were read from end to end for it. Every look counts anew, which in use one in twenty
 * seconds does.
 */
@Tag("benchmark")
@DirtiesContext
@Import(CountedStatements.class)
@ContextConfiguration(initializers = PostgresProgram.class)
@TestPropertySource(properties = "operations.fresh=PT0S")
class OperationsBenchmark extends WholeProgramTest {

    private static final int LOOKS = 30;

    @Autowired
    private JdbcTemplate database;

    @Test
    void looksAtMoreAndMoreOpenCases() throws IOException {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO));
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var openCases = new OpenCases(database, account.publisherId());
        var figures = new LinkedHashMap<Integer, Object>();
        for (var cases : new int[] {100, 10_000, 100_000}) {
            openCases.fillUpTo(cases);
            var before = readFromEndToEnd();
            var looks = new OperationsLooks(program(), account.owner(), LOOKS).all();
            looks.forEach((name, look) -> System.out.printf(
                    Locale.ROOT,
                    "%,7d open cases: %-26s %3d statements, median %7.1f ms, slowest %7.1f ms%n",
                    cases,
                    name,
                    look.statements(),
                    look.median(),
                    look.slowest()));
            var after = readFromEndToEnd();
            after.replaceAll((table, scans) -> scans - before.getOrDefault(table, 0L));
            after.values().removeIf(scans -> scans < LOOKS);
            System.out.println("        read from end to end: " + after);
            figures.put(cases, Map.of("looks", looks, "readFromEndToEnd", after));
        }
        var file = Path.of("target", "benchmarks", "operations.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private Map<String, Long> readFromEndToEnd() {
        var scans = new LinkedHashMap<String, Long>();
        database.query("select relname, seq_scan from pg_stat_user_tables where n_live_tup > 90 order by 1", row -> {
            scans.put(row.getString(1), row.getLong(2));
        });
        return scans;
    }
}
