package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Kind;
import io.accountmigration.system.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many cases on two nodes, against systems that take so many calls and refuse every one beyond: a report and followed
 * accounts beside them. Five minutes are as short as the machine is fast.
 */
class AllowanceOnTwoNodesTest {

    private static final Logger LOG = LoggerFactory.getLogger(AllowanceOnTwoNodesTest.class);
    private static final List<String> SYSTEMS = List.of("cpp", "partner-center", "directory");
    private static final List<String> PURPOSES = List.of("MOVE", "CHECK", "SYNC", "COMPARISON", "REPORT");

    @Test
    void aFewCasesUseWhatIsAllowedAndNotOneCallMore() throws Exception {
        play(10, 5, 100, Duration.ofSeconds(5));
    }

    @Tag("full")
    @Test
    void aThousandCasesUseWhatIsAllowedAndNotOneCallMore() throws Exception {
        play(1000, 500, 450, Duration.ofSeconds(15));
    }

    private static void play(int cases, int followed, int calls, Duration per) throws Exception {
        try (var cluster = new Cluster(settings(calls, per));
                var owners = new Owners(cluster)) {
            cluster.reserve(Kind.CONTOSO, cases);
            for (var i = 0; i < followed; i++) {
                cluster.sandbox().create(Kind.WOODGROVE);
            }
            SYSTEMS.forEach(system -> cluster.sandbox()
                    .admin()
                    .put("/sandbox/limits", Map.of("system", system, "calls", calls, "perSeconds", per.toSeconds()))
                    .succeeded());
            cluster.start("node-1", "node-2");
            var begun = System.nanoTime();
            cluster.node("node-1")
                    .program()
                    .as("operator")
                    .post("/api/readiness-reports", Map.of())
                    .succeeded();
            var accounts = IntStream.range(0, cases)
                    .mapToObj(number -> cluster.account(Kind.CONTOSO))
                    .toList();
            finish(accounts.stream().map(owners::start).toList());
            finish(accounts.stream().map(owners::walk).toList());
            var seconds = (System.nanoTime() - begun) / 1e9;

            var made = new LinkedHashMap<String, Double>();
            var all = 0.0;
            for (var purpose : PURPOSES) {
                var count = count(cluster, "outside.calls.made", "priority:" + purpose + "&tag=system:partner-center");
                made.put(purpose, count);
                all += count;
            }
            var throttled = count(cluster, "outside.calls", "outcome:throttled");
            var incidents =
                    cluster.database().look().queryForObject("select count(*) from act_ru_incident", Long.class);
            LOG.info(
                    "{} cases on two nodes and {} followed accounts in {} s at {} calls in {}: calls to Partner Center by purpose {},"
                            + " {} % of the allowance, {} answers 429, {} incidents",
                    cases,
                    followed,
                    Math.round(seconds),
                    calls,
                    per,
                    made,
                    Math.round(100 * all / (seconds / per.toSeconds() * calls)),
                    throttled,
                    incidents);
            assertThat(owners.over()).isEqualTo(cases);
            assertThat(throttled).as("answers 429").isZero();
            assertThat(incidents).isZero();
        }
    }

    private static Map<String, String> settings(int calls, Duration per) {
        var settings = new LinkedHashMap<String, String>();
        for (var system : SYSTEMS) {
            var rate = "OUTSIDE_BUDGET_RATES_" + system.replace("-", "").toUpperCase(Locale.ROOT) + "_";
            settings.put(rate + "CALLS", String.valueOf(calls));
            settings.put(rate + "PER", per.toString());
        }
        return settings;
    }

    private static double count(Cluster cluster, String figure, String tag) {
        return List.of("node-1", "node-2").stream()
                .map(name -> cluster.node(name).management())
                .mapToDouble(node -> count(node, figure, tag))
                .sum();
    }

    /** A figure is not there before there was something to count. */
    private static double count(Program node, String figure, String tag) {
        var answer = node.as("operator").get("/actuator/metrics/" + figure + "?tag=" + tag);
        return answer.status() == 404
                ? 0
                : answer.succeeded().json().at("/measurements/0/value").asDouble();
    }

    private static void finish(List<? extends Future<?>> work) throws Exception {
        for (var one : new ArrayList<>(work)) {
            one.get();
        }
    }
}
