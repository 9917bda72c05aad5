package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ReadinessTest extends WholeProgramTest {

    private static final String REPORTS = "/api/readiness-reports";

    @Test
    void aReportSaysWhatEachKindOfAccountNeeds() {
        var accounts = new HashMap<Kind, String>();
        for (var kind : Kind.values()) {
            accounts.put(kind, sandbox().create(kind).publisherId());
        }

        var report = finished(begin(List.copyOf(accounts.values())));

        var needs = new HashMap<String, String>();
        results(report)
                .forEach(result -> needs.put(
                        result.path("publisherId").asText(), result.path("need").asText()));
        assertThat(needs)
                .isEqualTo(Map.of(
                        accounts.get(Kind.CONTOSO), "CONFIRM_ONLY",
                        accounts.get(Kind.FABRIKAM), "ANOTHER_WORK_ADDRESS",
                        accounts.get(Kind.ADVENTURE_WORKS), "ANOTHER_WORK_ADDRESS",
                        accounts.get(Kind.NORTHWIND), "ENROL",
                        accounts.get(Kind.TAILSPIN), "ENROL",
                        accounts.get(Kind.LITWARE), "ENROL",
                        accounts.get(Kind.PROSEWARE), "CONFIRM_ONLY",
                        accounts.get(Kind.WINGTIP), "CONFIRM_ONLY",
                        accounts.get(Kind.WOODGROVE), "ALREADY_MIGRATED",
                        accounts.get(Kind.ALPINE), "NO_OWNER"));
        assertThat(report.path("assessed").asInt()).isEqualTo(10);
        assertThat(report.path("needs").path("ENROL").asInt()).isEqualTo(3);
    }

    @Test
    void anAccountWithManyUsersIsLookedAtAsAWhole() {
        var publisher = NewPublishers.of(Kind.CONTOSO);
        var sheet = new HashMap<>(publisher.sheet());
        var portal = new HashMap<>((Map<String, Object>) sheet.get("cpp"));
        var people = new ArrayList<>((List<Object>) portal.get("users"));
        for (var number = 0; number < 30; number++) {
            people.add(
                    Map.of("address", publisher.publisherId() + "-" + number + "@outlook.com", "role", "CONTRIBUTOR"));
        }
        portal.put("users", people);
        sheet.put("cpp", portal);
        as("admin").put("/sandbox/accounts/" + publisher.publisherId(), sheet).succeeded();

        var result = results(finished(begin(List.of(publisher.publisherId())))).get(0);

        assertThat(result.path("need").asText()).isEqualTo("CONFIRM_ONLY");
        assertThat(result.path("users").asInt()).isEqualTo(32);
        assertThat(result.path("findings")).hasSize(30).allSatisfy(finding -> assertThat(
                        finding.path("code").asText())
                .isEqualTo("USER_HAS_CONSUMER_ACCOUNT"));
    }

    @Test
    void aFreshVerdictIsTakenAsItIsUnlessAskedOtherwise() {
        var publisherId = sandbox().create(Kind.CONTOSO).publisherId();
        finished(begin(List.of(publisherId)));

        var again = results(finished(begin(List.of(publisherId)))).get(0);
        var assessed = results(finished(report(
                        as("operator").post(REPORTS + "?maxAge=PT0S", Map.of("publisherIds", List.of(publisherId))))))
                .get(0);

        assertThat(again.path("reused").asBoolean()).isTrue();
        assertThat(assessed.path("reused").asBoolean()).isFalse();
    }

    @Test
    void anAccountOnItsWayIsInProgress() {
        var account = sandbox().create(Kind.NORTHWIND);
        as("operator")
                .post("/api/migrations", Map.of("publisherId", account.publisherId(), "requestedBy", account.owner()))
                .succeeded();

        var result = results(finished(begin(List.of(account.publisherId())))).get(0);

        assertThat(result.path("need").asText()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void badRowsAreListedAndTheGoodOnesTakenWhenAskedSo() {
        var publisherId = sandbox().create(Kind.CONTOSO).publisherId();
        var file = "\uFEFFname;publisherId\r\nFirst;" + publisherId + "\r\n\r\nSecond;nobody-knows\r\nThird;"
                + publisherId.toUpperCase() + "\r\nFourth;=1+1\r\n";

        var started = report(csv("?onError=skip", file));

        assertThat(started.path("accounts").asInt()).isEqualTo(1);
        assertThat(started.path("rejected").asInt()).isEqualTo(3);
        assertThat(StreamSupport.stream(started.path("rejectedRows").spliterator(), false)
                        .map(row -> row.path("line").asInt() + " "
                                + row.path("reason").asText()))
                .containsExactly("4 UNKNOWN_PUBLISHER", "5 DUPLICATE", "6 NOT_A_PUBLISHER_ID");
        var rows = as("operator")
                .send("GET", REPORTS + "/" + idOf(started) + "/rejected-rows", null, Map.of("Accept", "text/csv"))
                .succeeded();
        assertThat(rows.text()).contains("6,'=1+1,NOT_A_PUBLISHER_ID\r\n");
        finished(started);
    }

    @Test
    void oneBadRowRefusesThemAllUnlessAskedOtherwise() {
        var publisherId = sandbox().create(Kind.CONTOSO).publisherId();

        var refused = csv("", publisherId + "\nnobody-knows");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ROWS_REJECTED");
        assertThat(refused.json().path("rows")).hasSize(1);
        assertThat(refused.json().path("rows").get(0).path("line").asInt()).isEqualTo(2);
    }

    @Test
    void aRenamedArchiveAndAnEmptySelectionAreRefused() {
        assertThat(csv("?onError=skip", "PK\u0003\u0004\u0014\u0000\u0000\u0000")
                        .code())
                .isEqualTo("NOT_CSV");
        assertThat(csv("?onError=skip", "").code()).isEqualTo("SELECTION_EMPTY");
        assertThat(as("operator")
                        .post(REPORTS, Map.of("publisherIds", List.of()))
                        .code())
                .isEqualTo("SELECTION_EMPTY");
    }

    @Test
    void twoHundredThousandRowsAreListedEachWithItsLine() {
        var publisherId = sandbox().create(Kind.CONTOSO).publisherId();
        var file = new StringBuilder(publisherId).append('\n');
        for (var row = 2; row <= 200_000; row++) {
            file.append("nobody-").append(row).append('\n');
        }

        var started = report(csv("?onError=skip", file.toString()));

        assertThat(started.path("accounts").asInt()).isEqualTo(1);
        assertThat(started.path("rejectedRows")).hasSize(199_999);
        assertThat(started.path("rejectedRows").get(199_998).path("line").asInt())
                .isEqualTo(200_000);
        finished(started);
    }

    @Test
    void whatCannotBeFoundOutIsTriedAgain() {
        var account = sandbox().create(Kind.CONTOSO);
        sandbox().order(new Fault("cpp", "GET", "/api/publishers/" + account.publisherId(), "STATUS", 500, 0, 1));

        var result = results(finished(begin(List.of(account.publisherId())))).get(0);

        assertThat(result.path("need").asText()).isEqualTo("CONFIRM_ONLY");
    }

    @Test
    void whatStaysUnknownIsNoVerdict() {
        var account = sandbox().create(Kind.CONTOSO);
        sandbox().order(new Fault("cpp", "GET", "/api/publishers/" + account.publisherId(), "STATUS", 500, 0, 3));

        var result = results(finished(begin(List.of(account.publisherId())))).get(0);
        var again = results(finished(begin(List.of(account.publisherId())))).get(0);

        assertThat(result.path("need").asText()).isEqualTo("UNKNOWN");
        assertThat(result.path("failure").asText()).isEqualTo("Cloud Partner Portal");
        assertThat(again.path("need").asText()).isEqualTo("CONFIRM_ONLY");
        assertThat(again.path("reused").asBoolean()).isFalse();
    }

    @Test
    void exportsAreTheSameInEveryLanguageAndNoFormula() {
        var publisherId = sandbox().create(Kind.WINGTIP).publisherId();
        var path = REPORTS + "/" + idOf(finished(begin(List.of(publisherId)))) + "/results";

        for (var type : List.of("application/json", "text/csv")) {
            var english = as("operator").send("GET", path, null, Map.of("Accept", type, "Accept-Language", "en"));
            var dutch = as("operator").send("GET", path, null, Map.of("Accept", type, "Accept-Language", "nl"));

            assertThat(english.succeeded().text()).isEqualTo(dutch.text()).contains("USER_IS_GROUP");
        }
    }

    @Test
    void ownersGetOneMailWhenTheirAccountBecomesReadyByItself() {
        var account = sandbox().create(Kind.LITWARE);
        assertThat(results(finished(begin(List.of(account.publisherId()))))
                        .get(0)
                        .path("need")
                        .asText())
                .isEqualTo("ENROL");

        sandbox().advanceClock("PT2H");

        Cases.patiently("the mail is sent")
                .untilAsserted(() -> assertThat(readyMails(account)).hasSize(1));
        var result = results(finished(begin(List.of(account.publisherId())))).get(0);
        assertThat(result.path("need").asText()).isEqualTo("CONFIRM_ONLY");
        sandbox().advanceClock("PT2H");
        finished(report(
                as("operator").post(REPORTS + "?maxAge=PT0S", Map.of("publisherIds", List.of(account.publisherId())))));
        assertThat(readyMails(account)).hasSize(1);
    }

    @Test
    void onlyOperatorsMayAsk() {
        for (var user : List.of("owner@contoso.com", "auditor", "service")) {
            assertThat(as(user).post(REPORTS, Map.of()).status()).isEqualTo(403);
        }
    }

    private List<String> readyMails(Account account) {
        return sandbox().mailTo(account.owner()).stream()
                .map(mail -> mail.path("subject").asText())
                .filter(subject ->
                        subject.equals("The account " + account.publisherId() + " can move to Partner Center"))
                .toList();
    }

    private JsonNode begin(List<String> publisherIds) {
        return report(as("operator").post(REPORTS, Map.of("publisherIds", publisherIds)));
    }

    private Reply csv(String query, String file) {
        return as("operator").send("POST", REPORTS + query, file, Map.of("Content-Type", "text/csv"));
    }

    private static JsonNode report(Reply reply) {
        assertThat(reply.succeeded().status()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode finished(JsonNode report) {
        var path = REPORTS + "/" + idOf(report);
        Cases.patiently("the report is finished").until(() -> as("operator")
                .get(path)
                .succeeded()
                .json()
                .path("state")
                .asText()
                .equals("COMPLETED"));
        return as("operator").get(path).json();
    }

    private List<JsonNode> results(JsonNode report) {
        var items = as("operator")
                .get(REPORTS + "/" + idOf(report) + "/results?limit=1000")
                .succeeded()
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String idOf(JsonNode report) {
        return report.path("id").asText();
    }
}
