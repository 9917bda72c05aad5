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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long pages and lists take at 100, 10,000 and 100,000 open cases on PostgreSQL, in how many statements, and which of
 * these read a growing table from end to end. The statements are those of a look for which the figures have to be counted;
 * the times are those of looks one after the other, with figures as fresh as they are in use.
 */
@Tag("benchmark")
@DirtiesContext
@ContextConfiguration(initializers = PostgresProgram.class)
@TestPropertySource(properties = {"operations.fresh=PT20S", "operations.oldest=PT1M"})
class OperationsBenchmark extends WholeProgramTest {

    private static final int LOOKS = 40;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    private record Figures(int statements, double median, double p95, double slowest) {}

    @Test
    void looksAtMoreAndMoreOpenCases() throws IOException {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var openCases = new OpenCases(database, account.publisherId());
        var figures = new LinkedHashMap<Integer, Object>();
        // So that the first size is not the one that the program gets warm with.
        new OperationsLooks(program(), sandbox(), database, account).all(LOOKS);
        for (var cases : new int[] {100, 10_000, 100_000}) {
            openCases.fillUpTo(cases);
            figures.put(cases, look(cases, account));
        }
        var file = Path.of("target", "benchmarks", "operations.json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private Map<String, Figures> look(int cases, Account account) {
        var plans = new QueryPlans(database, transaction);
        var figures = new LinkedHashMap<String, Figures>();
        new OperationsLooks(program(), sandbox(), database, account).all(LOOKS).forEach((name, look) -> {
            var line = new Figures(look.statements().size(), look.median(), look.p95(), look.slowest());
            System.out.printf(
                    Locale.ROOT,
                    "%,7d open cases: %-30s %3d statements, median %7.1f ms, p95 %7.1f ms, slowest %7.1f ms%n",
                    cases,
                    name,
                    line.statements(),
                    line.median(),
                    line.p95(),
                    line.slowest());
            plans.readingFromEndToEnd(look.statements())
                    .forEach(statement -> System.out.println("        reads a growing table: " + statement));
            figures.put(name, line);
        });
        return figures;
    }
}
