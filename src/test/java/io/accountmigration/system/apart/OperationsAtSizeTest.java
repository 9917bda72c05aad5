package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Kind;
import io.accountmigration.system.OpenCases;
import io.accountmigration.system.OperationsLooks;
import io.accountmigration.system.PostgresProgram;
import io.accountmigration.system.QueryPlans;
import io.accountmigration.system.Task;
import io.accountmigration.system.WholeProgramTest;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators, owners and programs look at takes as many statements with very many open cases as with a few. */
@Tag("full")
@DirtiesContext
@ContextConfiguration(initializers = PostgresProgram.class)
class OperationsAtSizeTest extends WholeProgramTest {

    /** The engine joins all tasks to the grants of the owner who asks, in a way that no index serves: decision 14. */
    private static final Set<String> READ_ALL_TASKS = Set.of("owner's list in Tasklist", "owner's count in Tasklist");

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void noLookTakesMoreStatementsWithMoreCasesAndOnlyAnOwnersListInTasklistReadsAGrowingTable() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var openCases = new OpenCases(database, account.publisherId());
        var looks = new OperationsLooks(program(), sandbox(), database, account);

        openCases.fillUpTo(100);
        var few = looks.all(1);
        openCases.fillUpTo(100_000);
        var many = looks.all(1);

        assertThat(many).hasSameSizeAs(few).allSatisfy((name, look) -> assertThat(look.statements())
                .as(name)
                .hasSameSizeAs(few.get(name).statements()));
        assertThat(few.get("operations").statements()).hasSizeBetween(10, 40);
        var plans = new QueryPlans(database, transaction);
        assertThat(many).allSatisfy((name, look) -> {
            var reading = plans.readingFromEndToEnd(look.statements());
            if (READ_ALL_TASKS.contains(name)) {
                assertThat(reading).isNotEmpty().allMatch(statement -> statement.contains("from ACT_RU_TASK RES"));
            } else {
                assertThat(reading).as(name).isEmpty();
            }
        });
        var page = program().openBrowserOf("operator").open("/operations");
        assertThat(page.text()).contains("Open without progress: 1,999<");
    }
}
