package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The name of a partner's organisation is shown to an owner a few times a day; after that no endpoint shows it. */
class TenantNamesTest extends WholeProgramTest {

    private static final String NAME = "Vandelay Holding";
    private static final int A_FEW = 5;

    @Test
    void noEndpointShowsTheNameToAnOwnerWhoHasSeenItAFewTimes() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, NAME));
        for (var shown = 0; shown < A_FEW; shown++) {
            assertThat(eligibility(account, "en")).contains(NAME);
        }
        sendBack(account);

        endpointsOf(account).forEach((endpoint, answer) -> assertThat(answer)
                .as(endpoint)
                .contains(account.publisherId())
                .doesNotContain(NAME));
        assertThat(sandbox().mailTo(account.owner()).toString()).doesNotContain(NAME);
        assertThat(eligibility(account, "nl")).contains("TENANT_MISMATCH").doesNotContain(NAME);
        assertThat(as("operator")
                        .get("/api/publishers/" + account.publisherId() + "/eligibility")
                        .text())
                .contains(NAME);
    }

    /** So that the test above looks where a name can be. */
    @Test
    void theseEndpointsShowItToAnOwnerWhoHasNotSeenItYet() {
        var account = sandbox().create(NewPublishers.of(Kind.ADVENTURE_WORKS, NAME));
        sendBack(account);

        assertThat(endpointsOf(account))
                .allSatisfy((endpoint, answer) -> assertThat(answer).contains(account.publisherId()))
                .extractingByKeys("status", "status in Dutch", "history", "page", "form", "form in Tasklist")
                .allSatisfy(answer -> assertThat(answer).contains(NAME));
    }

    private void sendBack(Account account) {
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();
        Cases.patiently("the address comes back").until(() -> cases().view(account)
                .path("problem")
                .path("code")
                .asText()
                .equals("TENANT_MISMATCH"));
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }

    private String eligibility(Account account, String language) {
        return as(account.owner())
                .send(
                        "GET",
                        "/api/publishers/" + account.publisherId() + "/eligibility",
                        null,
                        Map.of("Accept-Language", language))
                .succeeded()
                .text();
    }

    /** Everything that an owner can read about a publisher and its case. */
    private Map<String, String> endpointsOf(Account account) {
        var id = account.publisherId();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var browser = program().openBrowserOf(account.owner());
        var answers = new LinkedHashMap<String, String>();
        answers.put("status", read(account, "/api/migrations/" + id, "en"));
        answers.put("status in Dutch", read(account, "/api/migrations/" + id, "nl"));
        answers.put("history", read(account, "/api/migrations/" + id + "/history", "en"));
        answers.put("page", browser.open("/migrations/" + id).text());
        answers.put("profile", browser.open("/publishers/" + id).text());
        answers.put("home", browser.open("/").text());
        answers.put("banner", read(account, "/api/publishers/" + id + "/banner", "en") + id);
        answers.put("task", read(account, "/engine-rest/task?processInstanceBusinessKey=" + id, "en"));
        answers.put("form", read(account, task.path() + "/form-variables", "en"));
        answers.put(
                "form in Tasklist",
                browser.send("GET", Browser.ENGINE + "/task/" + task.id() + "/form-variables", null)
                        .text());
        return answers;
    }

    private String read(Account account, String path, String language) {
        return as(account.owner())
                .send("GET", path, null, Map.of("Accept-Language", language))
                .succeeded()
                .text();
    }
}
