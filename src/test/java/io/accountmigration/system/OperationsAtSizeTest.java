package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.OperationsLooks.Look;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** What operators and owners look at takes as many statements with many open cases as with a few. */
@DirtiesContext
@Import(CountedStatements.class)
@ContextConfiguration(initializers = PostgresProgram.class)
// Every look counts anew.
@TestPropertySource(properties = "operations.fresh=PT0S")
class OperationsAtSizeTest extends WholeProgramTest {

    @Autowired
    private JdbcTemplate database;

    @Test
    void noLookTakesMoreStatementsWithMoreCases() {
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO));
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var openCases = new OpenCases(database, account.publisherId());
        var looks = new OperationsLooks(program(), account.owner(), 1);

        openCases.fillUpTo(100);
        var few = looks.all();
        openCases.fillUpTo(1_000);
        var many = looks.all();

        assertThat(many).hasSameSizeAs(few).allSatisfy((name, look) -> assertThat(look)
                .as(name)
                .extracting(Look::statements)
                .isEqualTo(few.get(name).statements()));
        assertThat(few.get("operations").statements()).isBetween(5L, 40L);
        assertThat(as("operator").get("/operations").text()).contains("Open without progress: 19<");
    }
}
