package io.accountmigration.system.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Account;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Races pass on H2 that fail on PostgreSQL, so this runs on the latter. */
class RaceTest extends PostgresProgramTest {

    private enum Endpoint {
        ENGINE,
        OURS
    }

    private static final int CLIENTS = 8;
    private static final int ROUNDS = 60;
    private static final String DONE = "204";

    private final ExecutorService owners = Executors.newFixedThreadPool(2);
    private final CyclicBarrier sameMoment = new CyclicBarrier(2);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final CyclicBarrier allAtOnce = new CyclicBarrier(CLIENTS);

    @AfterEach
    void sendEverybodyHome() {
        owners.shutdownNow();
        clients.shutdownNow();
    }

    @RepeatedTest(10)
    void twoOwnersAtTheSameMomentStartOneCase(RepetitionInfo repetition) throws Exception {
        race(repetition.getCurrentRepetition());
    }

    @Tag("full")
    @RepeatedTest(190)
    void twoOwnersNeverStartTwoCases(RepetitionInfo repetition) throws Exception {
        race(repetition.getCurrentRepetition());
    }

    private void race(int round) throws Exception {
        var account = sandbox().create(Kind.PROSEWARE);
        var first = owners.submit(start(account, account.owner(), endpointOf(round)));
        var second = owners.submit(start(account, account.secondOwner(), endpointOf(round / 2)));
        var replies = List.of(first.get(2, TimeUnit.MINUTES), second.get(2, TimeUnit.MINUTES));

        assertThat(replies.stream().filter(Reply::isSuccess))
                .as(replies.toString())
                .hasSize(1);
        var loser =
                replies.stream().filter(reply -> !reply.isSuccess()).findFirst().orElseThrow();
        assertThat(loser.status()).as(loser.toString()).isEqualTo(409);
        assertThat(loser.code()).isEqualTo("ALREADY_RUNNING");
        assertThat(loser.json().path("migration").asText()).endsWith("/migrations/" + account.publisherId());
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
        assertThat(cases().history(account)).hasSize(1);
    }

    private static Endpoint endpointOf(int round) {
        return round % 2 == 0 ? Endpoint.ENGINE : Endpoint.OURS;
    }

    private Callable<Reply> start(Account account, String owner, Endpoint endpoint) {
        return () -> {
            sameMoment.await(2, TimeUnit.MINUTES);
            return Cases.comingBack(() -> switch (endpoint) {
                case ENGINE -> cases().startAs(owner, account.publisherId(), owner);
                case OURS -> cases().startOverApi(owner, account.publisherId(), owner);
            });
        };
    }

    /** An address that is none brings the task back at once, under another id, for the next round. */
    @Test
    void ofSeveralWhoCompleteATaskOneDoesAndTheOthersAreToldThatItIsGoneOrBusy() throws Exception {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var answers = new TreeMap<String, Integer>();
        for (var round = 0; round < ROUNDS; round++) {
            var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
            var codes = completeAtOnce(task);
            assertThat(codes).filteredOn(DONE::equals).as("round " + round).hasSize(1);
            codes.forEach(code -> answers.merge(code, 1, Integer::sum));
        }
        assertThat(answers.keySet()).as(answers.toString()).isSubsetOf(DONE, "TASK_NOT_FOUND", "BUSY");
        assertThat(cases().history(account)).hasSize(1);
    }

    private List<String> completeAtOnce(Task task) throws Exception {
        var calls = IntStream.range(0, CLIENTS)
                .mapToObj(number -> clients.submit(complete(task, number % 2 == 0 ? "/complete" : "/submit-form")))
                .toList();
        var codes = new ArrayList<String>();
        for (Future<Reply> call : calls) {
            codes.add(call.get(2, TimeUnit.MINUTES).code());
        }
        return codes;
    }

    private Callable<Reply> complete(Task task, String action) {
        var body = Map.of("variables", Map.of("workEmail", Cases.text("nobody")));
        return () -> {
            allAtOnce.await(2, TimeUnit.MINUTES);
            return task.person().post(task.path() + action, body);
        };
    }
}
