package io.accountmigration.system.rough;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Reply;
import io.accountmigration.system.rough.RoughCalls.RoughCall;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Calls made up from the interface description that the program publishes: none makes it fail, and every refusal is a
 * problem. {@code -Dseed=…} repeats a run.
 */
class RoughCallsTest extends RoughProgramTest {

    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noCallMakesTheProgramFail() {
        makeCalls(25);
    }

    @Test
    @Tag("full")
    void norDoManyMore() {
        makeCalls(2_000);
    }

    private void makeCalls(int timesEach) {
        var seed = Seed.ofThisRun();
        var random = new Random(seed);
        var running = sandbox().create(Kind.CONTOSO);
        cases().start(running).succeeded();
        var moved = sandbox().create(Kind.WOODGROVE);
        var ids = List.of(
                running.publisherId(),
                moved.publisherId(),
                sandbox().create(Kind.ALPINE).publisherId(),
                "unknown",
                "7f0c1b5e-0000-0000-0000-000000000000");
        var callers =
                Arrays.asList(running.owner(), moved.owner(), "operator", "auditor", "service", "admin", "admin", null);
        var calls = new RoughCalls(as("admin").get("/v3/api-docs").succeeded().text(), ids, random);
        assertThat(calls.operations()).hasSizeGreaterThan(15);

        for (int time = 0; time < timesEach; time++) {
            for (var operation : calls.operations()) {
                var call = calls.of(operation);
                requireOrder(seed, callers.get(random.nextInt(callers.size())), call);
            }
        }
        System.out.println(calls.operations().size() + " operations, answers by status: " + statuses);
        assertThat(statuses.keySet())
                .as("calls that succeed, and calls that do not")
                .contains(200, 400, 401, 403, 404);
    }

    private void requireOrder(long seed, String caller, RoughCall call) {
        var what = "seed " + seed + ": " + caller + " " + abridged(call);
        var reply = Cases.comingBack(() -> make(caller, call));
        statuses.merge(reply.status(), 1, Integer::sum);
        assertThat(reply.status()).as(what + "\n" + reply).isBetween(200, 499);
        if (reply.status() >= 400) {
            requireProblem(reply);
        }
        assertThat(reply.text()).as(what).doesNotContain("Exception", "org.springframework", "\tat ");
    }

    /**
     * The program ends a connection over which a body came that it had no use for. A call that was begun on it meanwhile
     * gets no answer, as any client has to expect, and is made once more on another connection.
     */
    private Reply make(String caller, RoughCall call) {
        try {
            return send(caller, call);
        } catch (UncheckedIOException connectionEnded) {
            return send(caller, call);
        }
    }

    private Reply send(String caller, RoughCall call) {
        return as(caller).send(call.verb(), call.path(), call.body(), new HashMap<>(call.headers()));
    }

    private static String abridged(RoughCall call) {
        var text = call.toString();
        return text.length() > 1000 ? text.substring(0, 1000) + "…" : text;
    }
}
