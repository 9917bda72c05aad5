package io.accountmigration.system.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Fault;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A campaign with faulty accounts, from its beginning to the good end, as an operator leads it over REST. */
class CampaignTest extends PostgresProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignTest.class);
    private static final int ONE_FAULTY_OF = 20;

    private final ExecutorService people = Executors.newFixedThreadPool(4);

    @AfterEach
    void sendPeopleHome() {
        people.shutdownNow();
    }

    @Test
    void theBrakeStopsACampaignInTheCanaryAndItEndsWellOnceTheCauseIsFixed() throws Exception {
        lead(60, 20, 20, Duration.ofMinutes(5));
    }

    @Tag("full")
    @Test
    void theBrakeStopsACampaignOfAThousandInTheCanaryAndItEndsWellOnceTheCauseIsFixed() throws Exception {
        lead(1000, 100, 300, Duration.ofMinutes(40));
    }

    @Test
    void nobodyIsStartedTwiceHoweverOftenItIsPausedAndResumedMeanwhile() throws Exception {
        var accounts = accounts(40);
        var id = begin(accounts, 40, 40);
        var words = IntStream.range(0, 3)
                .mapToObj(operator -> people.submit(() -> {
                    for (var round = 0; round < 10; round++) {
                        steer(id, "pause");
                        steer(id, "resume");
                    }
                    return null;
                }))
                .toList();
        for (var word : words) {
            word.get();
        }
        steer(id, "resume");
        Cases.patiently("all are started").atMost(Duration.ofMinutes(2)).until(() -> {
            var counts = as("operator")
                    .get("/api/campaigns/" + id)
                    .succeeded()
                    .json()
                    .path("accounts");
            return counts.path("WAITING_FOR_PEOPLE").asInt() == accounts.size();
        });

        for (var account : accounts) {
            assertThat(cases().history(account)).as(account.publisherId()).hasSize(1);
            assertThat(cases().instances(account.publisherId())).isEqualTo(1);
        }
        assertThat(Cases.list(as("operator")
                        .get("/engine-rest/process-instance?processDefinitionKey=migration-campaign&businessKey="
                                + id)))
                .hasSize(1);
    }

    /** Said at the wrong moment it is refused; nothing else may come of it. */
    private void steer(String id, String word) {
        var reply = as("operator").post("/api/campaigns/" + id + "/" + word, Map.of());
        assertThat(reply.status()).as(reply.toString()).isIn(202, 409);
    }

    private void lead(int size, int canary, int wave, Duration patience) throws Exception {
        var accounts = accounts(size);
        for (var faulty = 0; faulty < size; faulty += ONE_FAULTY_OF) {
            var lock = "/api/publishers/" + accounts.get(faulty).publisherId() + "/lock";
            sandbox().order(Fault.of("cpp", "PUT", lock).times(1_000_000));
        }
        var campaign = new Campaign(begin(accounts, canary, wave), accounts);

        campaign.awaitWhilePeopleAct(
                "the brake is pulled", patience, it -> state(it).equals("PAUSED"));
        var braked = campaign.look();
        LOG.info("{} {}", braked.path("pause"), braked.path("accounts"));
        assertThat(braked.path("pause").path("reason").asText()).isEqualTo("FAILURE_RATE");
        assertThat(braked.path("currentWave").asInt()).isEqualTo(1);
        assertThat(braked.path("waves").path(0).path("health").asText()).isEqualTo("ERROR");
        assertThat(braked.path("waves").path(1).path("progress").asText()).isEqualTo("NOT_STARTED");
        assertThat(braked.path("accounts").path("PLANNED").asInt()).isGreaterThanOrEqualTo(size - canary);

        sandbox().removeFaults();
        campaign.resume();
        campaign.awaitWhilePeopleAct("the campaign ends", patience, it -> {
            if (state(it).equals("PAUSED")) {
                // A slow machine makes calls fail as well; the operator looks, and tries again.
                LOG.warn("{} {}", it.path("pause"), campaign.whatFailed());
                campaign.resume();
            }
            return state(it).equals("COMPLETED");
        });
        assertThat(campaign.look().path("accounts").toString()).isEqualTo("{\"MIGRATED\":" + size + "}");
        for (var account : accounts) {
            assertThat(cases().history(account)).as(account.publisherId()).hasSize(1);
        }
        LOG.info("{} accounts moved, looked at {} times", size, campaign.looks());
    }

    private List<Account> accounts(int size) throws Exception {
        var made = IntStream.range(0, size)
                .mapToObj(number -> people.submit(() -> sandbox().create(Kind.CONTOSO)))
                .toList();
        var accounts = new ArrayList<Account>();
        for (var account : made) {
            accounts.add(account.get());
        }
        return accounts;
    }

    private String begin(List<Account> accounts, int canary, int wave) {
        var body = new HashMap<String, Object>();
        body.put("name", "Everybody");
        body.put("publisherIds", accounts.stream().map(Account::publisherId).toList());
        body.put("canarySize", canary);
        body.put("waveSize", wave);
        body.put("startsPerMinute", 10_000);
        body.put("brakeFailureRate", 0.04);
        body.put("goAutomatically", true);
        var begun = as("operator").post("/api/campaigns", body).succeeded();
        assertThat(begun.header("Location")).hasValueSatisfying(place -> assertThat(place)
                .endsWith("/api/campaigns/" + begun.json().path("id").asText()));
        return begun.json().path("id").asText();
    }

    private static String state(JsonNode campaign) {
        return campaign.path("state").asText();
    }

    /** A campaign that an operator looks at again and again, while the owners of its accounts do what they are asked. */
    private final class Campaign {

        private final String id;
        private final Map<String, Account> accounts = new HashMap<>();
        private final AtomicInteger looks = new AtomicInteger();

        Campaign(String id, List<Account> accounts) {
            this.id = id;
            accounts.forEach(account -> this.accounts.put(account.publisherId(), account));
        }

        String id() {
            return id;
        }

        int looks() {
            return looks.get();
        }

        /** Every account is in exactly one state at every look, in the figures as in the list. */
        JsonNode look() {
            var campaign =
                    as("operator").get("/api/campaigns/" + id).succeeded().json();
            var counted = 0;
            for (var count : campaign.path("accounts")) {
                counted += count.asInt();
            }
            assertThat(counted).as("accounts in %s", campaign.path("accounts")).isEqualTo(accounts.size());
            var listed = as("operator")
                    .get("/api/campaigns/" + id + "/accounts?limit=1000")
                    .succeeded()
                    .json();
            assertThat(listed.path("items"))
                    .extracting(item -> item.path("publisherId").asText())
                    .containsExactlyInAnyOrderElementsOf(accounts.keySet());
            assertThat(listed.path("items"))
                    .allSatisfy(item -> assertThat(item.path("state").asText()).isNotEmpty());
            looks.incrementAndGet();
            return campaign;
        }

        void resume() {
            as("operator")
                    .post("/api/campaigns/" + id + "/resume", Map.of("reason", "The portal was repaired"))
                    .succeeded();
        }

        String whatFailed() {
            return as("operator").get("/engine-rest/incident").text();
        }

        void awaitWhilePeopleAct(String what, Duration patience, Predicate<JsonNode> end) {
            Cases.patiently(what)
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        actOnOpenTasks();
                        return end.test(look());
                    });
        }

        private void actOnOpenTasks() throws Exception {
            var open = Cases.list(as("operator")
                    .get("/engine-rest/task?maxResults=200&processDefinitionKey=account-migration&taskDefinitionKey="
                            + Task.PROVIDE_WORK_EMAIL));
            var acts = open.stream()
                    .map(task -> people.submit(() -> {
                        var owner = task.path("assignee").asText();
                        var mine = cases().task(owner, task);
                        var account = accounts.get(mine.shown("publisherId"));
                        return mine.complete("workEmail", account.workEmail());
                    }))
                    .toList();
            for (var act : acts) {
                act.get();
            }
        }
    }
}
