package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.benchmark.Counts;
import io.accountmigration.benchmark.Counts.Statement;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.publisher.PublisherRole;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What following users costs in statements beside the engine, counted and not measured. */
class SyncCostTest extends SyncTest {

    private static final List<String> WRITES = List.of("insert", "update", "delete");

    @Autowired
    private Tally tally;

    @Test
    void readingAFeedThatSaysNothingNewWritesNothing() {
        begin();
        add("ann", "Developer");
        pollAndWork();
        clock.advance(Duration.ofMinutes(1));
        pollAndWork();

        var cost = cost(() -> {
            clock.advance(Duration.ofMinutes(1));
            pollAndWork();
        });

        assertThat(cost.statements().keySet()).noneMatch(sql -> WRITES.stream().anyMatch(sql::startsWith));
        assertThat(cost.total(Statement::executions)).as(lines(cost)).isEqualTo(2);
    }

    @Test
    void manyUsersOfAPublisherCostThisEach() {
        begin();
        var users = 50;
        var records = IntStream.range(0, users)
                .mapToObj(number -> add("user" + number, "Developer"))
                .toList();

        var pushed = cost(() -> records.forEach(this::push));
        var worked = cost(this::work);

        assertThat(pushed.total(Statement::executions) / users)
                .as(lines(pushed))
                .isEqualTo(2);
        assertThat(worked.total(Statement::executions) / users)
                .as(lines(worked))
                .isEqualTo(1);
    }

    @Test
    void theSameChangeTwiceAtTheSameMomentIsTakenOnce() {
        portal.edit(publisherId, "u-boss", "boss@example.com", PublisherRole.OWNER);
        begin();
        var record = add("ann", "Developer");

        IntStream.range(0, 8).parallel().forEach(caller -> push(record));

        assertThat(view().pending()).isEqualTo(1);
        work();
        assertThat(inPortal()).contains("ann@example.com;contributor");
    }

    private Counts cost(Runnable work) {
        var before = tally.counts();
        work.run();
        return tally.counts().since(before).without(sql -> sql.contains("running_instance"));
    }

    private static String lines(Counts counts) {
        return String.join("\n", counts.perCase(1));
    }
}
