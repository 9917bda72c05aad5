package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators, owners and programs look at is answered for all cases together, and not for one after the other. */
class OperationsLooksTest extends WholeProgramTest {

    private static final int PAGE = 25;

    /** Other cases continue meanwhile: one that gets its first incident or is lost is examined. */
    private static final int OTHERWISE_MORE = 5;

    @Autowired
    private JdbcTemplate database;

    @Test
    void noLookTakesMoreStatementsWithAPageOfCasesMore() {
        var account = open();
        var looks = new OperationsLooks(program(), sandbox(), database, account);
        var few = looks.all(1);
        IntStream.range(0, PAGE).forEach(each -> open());

        looks.all(1).forEach((name, look) -> assertThat(look.statements())
                .as(name)
                .hasSizeLessThan(few.get(name).statements().size() + OTHERWISE_MORE));
        assertThat(List.of("operations", "owner's look at a case", "operator's list in Tasklist"))
                .allSatisfy(name -> assertThat(few.get(name).statements()).isNotEmpty());
    }

    private Account open() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        return account;
    }
}
