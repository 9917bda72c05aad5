package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log tells of people while they migrate, mistype, are refused and run into failures: nothing. */
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest extends WholeProgramTest {

    private final List<String> secrets = new ArrayList<>();

    @Test
    void noAddressCodeTokenOrPasswordIsLogged(CapturedOutput log) {
        var account = account(Kind.FABRIKAM);
        var stranger = account(Kind.CONTOSO);
        sandbox().order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId()));
        stumbleAtTheEndpoints(account, stranger);

        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        task.complete("workEmail", account.workEmail() + " <mistyped>").succeeded();
        task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        task.complete("workEmail", account.workEmail()).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL);
        task.complete("confirmationCode", "no code").succeeded();
        secrets.add(sandbox().awaitCode(account.workEmail()));
        letItFail(account);
        assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");

        assertThat(log.getAll()).contains(account.publisherId());
        assertThat(secrets).hasSizeGreaterThan(8).allSatisfy(secret -> assertThat(log.getAll())
                .doesNotContainIgnoringCase(secret));
        assertThat(log.getAll()).doesNotContainPattern("(?i)(bearer|basic) [a-z0-9+/=._-]{8,}");
        assertThat(log.getAll()).doesNotContainPattern("(?i)(password|secret)\\s*[=:]\\s*\\S+");
    }

    private Account account(Kind kind) {
        var account = sandbox().create(kind);
        account.sheet()
                .path("cpp")
                .path("users")
                .forEach(user -> secrets.add(user.path("address").asText()));
        secrets.add(account.workEmail());
        return account;
    }

    private void stumbleAtTheEndpoints(Account account, Account stranger) {
        var password = "a wrong password of " + account.publisherId();
        var credentials = (account.owner() + ":" + password).getBytes(StandardCharsets.UTF_8);
        var basic = Base64.getEncoder().encodeToString(credentials);
        secrets.addAll(List.of(password, basic, "token-of-" + account.publisherId()));
        for (var header : List.of("Basic " + basic, "Bearer token-of-" + account.publisherId())) {
            program().anonymous().send("GET", "/api/migrations", null, Map.of("Authorization", header));
        }
        new Browser(program().address())
                .submit("/sign-in", "/sign-in", Map.of("username", account.owner(), "password", password));
        cases().startAs(stranger.owner(), account.publisherId(), account.owner());
        cases().startAs("service", account.publisherId(), stranger.owner());
        as("service")
                .post(
                        "/api/publishers/" + account.publisherId() + "/user-changes",
                        Map.of("changeId", "x", "userPrincipalName", account.owner()));
        as("operator").post("/api/publishers/" + account.publisherId() + "/user-sync/users/" + account.owner(), null);
        as("operator").get("/api/publishers/" + account.owner() + "/eligibility");
    }

    /** The move stops at an incident, which an operator sends on its way again. */
    private void letItFail(Account account) {
        sandbox().order(Fault.of("partner-center", "POST", "/v1/accounts"));
        var task = cases().awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL);
        task.complete("confirmationCode", sandbox().awaitCode(account.workEmail()))
                .succeeded();
        Cases.patiently("an incident").until(() -> cases().incidents(account), found -> !found.isEmpty());
        sandbox().removeFaults();
        var job = cases().incidents(account).get(0).path("configuration").asText();
        as("operator")
                .put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1))
                .succeeded();
    }
}
