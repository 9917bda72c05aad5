package io.accountmigration.system.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several clients complete one task at the same moment: one does, and the others are told that it is gone or busy. */
class CompletionRaceTest extends PostgresProgramTest {

    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 60;
    private static final String DONE = "204";

    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    private final CyclicBarrier sameMoment = new CyclicBarrier(AT_ONCE);

    @AfterEach
    void sendClientsHome() {
        clients.shutdownNow();
    }

    /** An address that is none brings the task back at once, under another id, for the next round. */
    @Test
    void whoLosesIsToldThatTheTaskIsGoneOrBusy() throws Exception {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var answers = new TreeMap<String, Integer>();
        for (var round = 0; round < ROUNDS; round++) {
            var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
            var codes = race(task);
            assertThat(codes).filteredOn(DONE::equals).as("round " + round).hasSize(1);
            codes.forEach(code -> answers.merge(code, 1, Integer::sum));
        }
        assertThat(answers.keySet()).as(answers.toString()).isSubsetOf(DONE, "TASK_NOT_FOUND", "BUSY");
        assertThat(cases().history(account)).hasSize(1);
    }

    private List<String> race(Task task) throws Exception {
        var calls = IntStream.range(0, AT_ONCE)
                .mapToObj(number -> clients.submit(call(task, number % 2 == 0 ? "/complete" : "/submit-form")))
                .toList();
        var codes = new ArrayList<String>();
        for (Future<Reply> call : calls) {
            codes.add(call.get(2, TimeUnit.MINUTES).code());
        }
        return codes;
    }

    private Callable<Reply> call(Task task, String action) {
        var body = Map.of("variables", Map.of("workEmail", Cases.text("nobody")));
        return () -> {
            sameMoment.await(2, TimeUnit.MINUTES);
            return task.person().post(task.path() + action, body);
        };
    }
}
