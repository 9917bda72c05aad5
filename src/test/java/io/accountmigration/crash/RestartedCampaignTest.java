package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A campaign whose only node is killed in one wave and, started again, asked to go in the next. */
@Tag("full")
class RestartedCampaignTest {

    private static final Logger LOG = LoggerFactory.getLogger(RestartedCampaignTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String NODE = "node-1";
    private static final int ACCOUNTS = 60;
    private static final int WAVE = 25;

    @Test
    void everyAccountOfACampaignMovesOnceHoweverTheProgramStopsAndStarts() throws Exception {
        var settings = Map.of("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "10000", "CAMPAIGN_LOOK", "PT1S");
        try (var cluster = new Cluster(settings);
                var owners = new Owners(cluster)) {
            cluster.reserve(Kind.CONTOSO, ACCOUNTS);
            var accounts = IntStream.range(0, ACCOUNTS)
                    .mapToObj(number -> cluster.account(Kind.CONTOSO))
                    .toList();
            cluster.start(NODE);
            var campaign = "/api/campaigns/" + begin(cluster, accounts);
            var walks = accounts.stream().map(owners::walk).toList();

            awaitOver(owners, 15);
            cluster.node(NODE).process().kill();
            note(cluster, owners, "killed");
            cluster.start(NODE);
            awaitOver(owners, 40);
            cluster.node(NODE).process().end(Duration.ofSeconds(40));
            note(cluster, owners, "asked to go");
            cluster.start(NODE);
            for (var walk : walks) {
                walk.get();
            }
            awaitEnd(cluster, campaign);

            assertThat(cases(cluster)).as("cases of %s accounts", ACCOUNTS).isEqualTo(ACCOUNTS);
            assertThat(accounts).allSatisfy(account -> assertThat(
                            new Inspection(cluster).violations(account, List.of("MIGRATED"), Map.of()))
                    .as(account.publisherId())
                    .isEmpty());
        }
    }

    private static String begin(Cluster cluster, List<Account> accounts) {
        var plan = Map.of(
                "name",
                "Everybody",
                "publisherIds",
                accounts.stream().map(Account::publisherId).toList(),
                "canarySize",
                10,
                "waveSize",
                WAVE,
                "startsPerMinute",
                600,
                "brakeFailureRate",
                0.5,
                "goAutomatically",
                true);
        return cluster.node(NODE)
                .program()
                .as("operator")
                .post("/api/campaigns", plan)
                .succeeded()
                .json()
                .path("id")
                .asText();
    }

    private static void awaitOver(Owners owners, int cases) {
        Awaitility.await(cases + " cases are over")
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> owners.over() >= cases);
    }

    private static void awaitEnd(Cluster cluster, String campaign) {
        Awaitility.await("the campaign ends")
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var view = cluster.node(NODE)
                            .program()
                            .as("operator")
                            .get(campaign)
                            .succeeded()
                            .json();
                    assertThat(view.path("state").asText()).isEqualTo("COMPLETED");
                    assertThat(view.path("accounts").toString()).isEqualTo("{\"MIGRATED\":" + ACCOUNTS + "}");
                });
    }

    private static void note(Cluster cluster, Owners owners, String what) {
        LOG.info("{} with {} of {} cases over, {} started", what, owners.over(), ACCOUNTS, cases(cluster));
    }

    private static long cases(Cluster cluster) {
        return cluster.database().look().queryForObject("select count(*) from migration", Long.class);
    }
}
