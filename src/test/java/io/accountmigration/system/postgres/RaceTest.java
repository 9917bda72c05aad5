package io.accountmigration.system.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

/** Races pass on H2 that fail on PostgreSQL, so this runs on the latter. */
class RaceTest extends PostgresProgramTest {

    private enum Endpoint {
        ENGINE,
        OURS
    }

    private final ExecutorService owners = Executors.newFixedThreadPool(2);
    private final CyclicBarrier sameMoment = new CyclicBarrier(2);

    @AfterEach
    void sendOwnersHome() {
        owners.shutdownNow();
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
}
