package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadTaskInputTest extends WholeProgramTest {

    private static final String HUNDRED_KILOBYTES = "a".repeat(100_000) + "@contoso.com";

    private Account account;
    private Task task;

    private void atTheAddress(Kind kind) {
        account = sandbox().create(kind);
        cases().start(account).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }

    private void atTheEnrolment() {
        atTheAddress(Kind.NORTHWIND);
        task.complete("workEmail", account.workEmail()).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.ENROL);
    }

    private void atTheCode() {
        atTheAddress(Kind.FABRIKAM);
        task.complete("workEmail", account.workEmail()).succeeded();
        task = cases().awaitTask(account.owner(), account, Task.CONFIRM_WORK_EMAIL);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void whatCannotBeStoredIsRefusedAndTheTaskStays(Endpoint endpoint) {
        atTheAddress(Kind.CONTOSO);
        for (var action : endpoint.completions()) {
            requireProblem(input(endpoint, action, Map.of("value", HUNDRED_KILOBYTES)), 400, "INPUT_TOO_LONG");
            requireProblem(input(endpoint, action, Map.of("value", 5)), 400, "INPUT_MALFORMED");
            requireProblem(input(endpoint, action, Map.of("value", true)), 400, "INPUT_MALFORMED");
            requireRefusedAsMalformed(input(endpoint, action, Map.of("value", "x", "type", "Bytes")));
            requireRefusedAsMalformed(input(endpoint, action, Map.of("value", "x", "type", "Nonsense")));
            requireRefusedAsMalformed(input(endpoint, action, Map.of("value", "five", "type", "Integer")));
            requireRefusedAsMalformed(endpoint.send(
                    program(), account.owner(), "POST", "/task/" + task.id() + action, "{\"variables\":"));
        }

        assertThat(cases().tasksSeenBy(account.owner(), account))
                .extracting(found -> found.path("id").asText())
                .containsExactly(task.id());
        assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address", "a@b@c.com", "@", "a@", "a@b c.com", "<b>@x", "a@-", " ", ""})
    void anAddressThatIsNoneComesBackAtOnce(String address) {
        atTheAddress(Kind.CONTOSO);

        task.complete("workEmail", address).succeeded();

        var back = onlyTask();
        assertThat(back.definitionKey()).isEqualTo(Task.PROVIDE_WORK_EMAIL);
        assertThat(back.shown("problemCode")).isEqualTo("EMAIL_INVALID");
        assertThat(back.shown("problemText")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "12a", "1.5", "1e5", "١٢٣", "123456789012345678901234567890"})
    void aPartnerIdThatIsNoneComesBackAtOnce(String partnerId) {
        atTheEnrolment();

        task.complete("partnerId", partnerId).succeeded();

        var back = onlyTask();
        assertThat(back.definitionKey()).isEqualTo(Task.ENROL);
        assertThat(back.shown("problemCode")).isEqualTo("PARTNER_ID_MALFORMED");
    }

    @Test
    void noPartnerIdComesBackAtOnce() {
        atTheEnrolment();

        task.complete("partnerId", "").succeeded();

        assertThat(onlyTask().shown("problemCode")).isEqualTo("PARTNER_ID_MISSING");
    }

    @Test
    void aWrongCodeMayBeTriedFiveTimes() {
        atTheCode();
        for (int attempt = 1; attempt <= 4; attempt++) {
            task.complete("confirmationCode", "not the code").succeeded();
            task = onlyTask();
            assertThat(task.definitionKey()).isEqualTo(Task.CONFIRM_WORK_EMAIL);
            assertThat(task.shown("problemCode")).isEqualTo("CODE_WRONG");
        }

        task.complete("confirmationCode", "not the code").succeeded();

        var back = onlyTask();
        assertThat(back.definitionKey()).isEqualTo(Task.PROVIDE_WORK_EMAIL);
        assertThat(back.shown("problemCode")).isEqualTo("CODE_WRONG");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aTaskIsCompletedOnceOnly(Endpoint endpoint) {
        atTheAddress(Kind.CONTOSO);
        var address = Map.<String, Object>of("value", account.workEmail());
        assertThat(input(endpoint, endpoint.completions().get(0), address).status())
                .isEqualTo(204);

        for (var action : endpoint.completions()) {
            requireProblem(input(endpoint, action, address), 404, "TASK_NOT_FOUND");
        }
        requireProblem(
                endpoint.call(program(), account.owner(), "GET", "/task/" + task.id(), null), 404, "TASK_NOT_FOUND");
        assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aTaskThatIsNotThereYetCannotBeCompleted(Endpoint endpoint) {
        atTheAddress(Kind.CONTOSO);

        for (var action : endpoint.completions()) {
            requireProblem(
                    endpoint.call(program(), account.owner(), "POST", "/task/no-such-task" + action, Map.of()),
                    404,
                    "TASK_NOT_FOUND");
        }
        var claim = Map.of("userId", account.owner());
        requireProblem(
                endpoint.call(program(), account.owner(), "POST", "/task/no-such-task/claim", claim),
                404,
                "TASK_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aTaskThatIsNotThereYetCannotBeRead(Endpoint endpoint) {
        for (var resource : endpoint.readsOfATask()) {
            requireProblem(
                    endpoint.call(program(), "operator", "GET", "/task/no-such-task" + resource, null),
                    404,
                    "TASK_NOT_FOUND");
        }
    }

    @Test
    void whatATaskDoesNotAskForIsDropped() {
        atTheAddress(Kind.CONTOSO);
        task.person()
                .post(
                        task.path() + "/complete",
                        Map.of(
                                "variables",
                                Map.of(
                                        "workEmail", Cases.text("no address"),
                                        "workAccount", Map.of("value", true),
                                        "partnerId", Cases.text("1"),
                                        "intruder", Map.of("value", true))))
                .succeeded();

        assertThat(onlyTask().shown().has("intruder")).isFalse();
        assertThat(onlyTask().shown().has("partnerId")).isFalse();
        assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");
    }

    private Reply input(Endpoint endpoint, String action, Map<String, Object> workEmail) {
        return endpoint.call(
                program(),
                account.owner(),
                "POST",
                "/task/" + task.id() + action,
                Map.of("variables", Map.of("workEmail", workEmail)));
    }

    private static void requireRefusedAsMalformed(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        requireProblem(reply);
    }

    /** The task that is open now, without waiting: what is checked in the same transaction is back at once. */
    private Task onlyTask() {
        var tasks = cases().tasksSeenBy(account.owner(), account);
        assertThat(tasks).hasSize(1);
        return cases().task(account.owner(), tasks.get(0));
    }
}
