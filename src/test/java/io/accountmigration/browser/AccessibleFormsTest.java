package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import io.accountmigration.system.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every form as Tasklist shows it, in both languages, in a wide window and in a narrow one. */
class AccessibleFormsTest extends BrowserTest {

    /** The frame that Tasklist puts around it is not ours. */
    private static final String FORM = ".fjs-form";

    private static final String TEXTS_KEPT = """
            language => Object.keys(JSON.parse(localStorage.getItem('camunda-web')))
              .filter(name => name.includes('_locales_data_' + language))""";

    private final Set<String> seen = new HashSet<>();

    @Test
    void nothingKeepsAnybodyFromFillingInAForm() throws IOException {
        ownersForms();
        operatorsForms();

        try (var forms = Files.list(Path.of("processes", "forms"))) {
            assertThat(forms.map(form -> form.getFileName().toString().replace(".form", "")))
                    .containsExactlyInAnyOrderElementsOf(seen);
        }
    }

    private void ownersForms() {
        var account = begun(Kind.FABRIKAM);
        var owner = signedIn(account.owner());
        await(account, Task.PROVIDE_WORK_EMAIL).complete("workEmail", "nobody").succeeded();
        looksAt(
                owner,
                "provide-work-email",
                await(account, Task.PROVIDE_WORK_EMAIL).id());
        await(account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.workEmail())
                .succeeded();
        await(account, Task.CONFIRM_WORK_EMAIL)
                .complete("confirmationCode", "no code")
                .succeeded();
        looksAt(
                owner,
                "confirm-work-email",
                await(account, Task.CONFIRM_WORK_EMAIL).id());

        var without = begun(Kind.NORTHWIND);
        await(without, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", without.owner())
                .succeeded();
        looksAt(
                signedIn(without.owner()),
                "enrol-in-partner-network",
                await(without, Task.ENROL).id());
    }

    private void operatorsForms() {
        var operators = program().as("operator");
        var alone = sandbox().create(NewPublishers.of(Kind.ALPINE, "Alpine"));
        assertThat(operators
                        .post("/api/migrations", Map.of("publisherId", alone.publisherId()))
                        .code())
                .isEqualTo("NO_OWNER");
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        var next = sandbox().create(NewPublishers.of(Kind.CONTOSO, "Contoso"));
        operators
                .post(
                        "/api/campaigns",
                        Map.of(
                                "name",
                                "Accessible",
                                "publisherIds",
                                List.of(account.publisherId(), next.publisherId()),
                                "canarySize",
                                1,
                                "waveSize",
                                1))
                .succeeded();
        await(account, Task.PROVIDE_WORK_EMAIL)
                .complete("workEmail", account.owner())
                .succeeded();

        var operator = signedIn("operator");
        looksAt(operator, "name-owner", awaitOperatorsTask("userTask_nameOwner"));
        looksAt(operator, "decide-on-next-wave", awaitOperatorsTask("userTask_decideOnNextWave"));
    }

    private Account begun(Kind kind) {
        var account = sandbox().create(NewPublishers.of(kind, "A company"));
        cases().start(account).succeeded();
        return account;
    }

    private Task await(Account account, String task) {
        return cases().awaitTask(account.owner(), account, task);
    }

    private String awaitOperatorsTask(String key) {
        var path = "/engine-rest/task?taskDefinitionKey=" + key;
        return Cases.patiently(key)
                .until(
                        () -> Optional.ofNullable(program()
                                .as("operator")
                                .get(path)
                                .succeeded()
                                .json()
                                .get(0)),
                        Optional::isPresent)
                .orElseThrow()
                .path("id")
                .asText();
    }

    private void followsLink(Person person, String language, String taskId) {
        person.page()
                .context()
                .addCookies(List.of(
                        new Cookie("language", language).setUrl(program().address())));
        person.opens("about:blank");
        person.opens("/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=" + taskId);
        person.page().locator(FORM + " .fjs-form-field").first().waitFor();
    }

    private void looksAt(Person person, String form, String taskId) {
        for (var language : List.of("nl", "en")) {
            followsLink(person, language, taskId);
            assertThat(person.page().locator("html")).hasAttribute("lang", language);
            assertThat(person.page().locator("body").innerText())
                    .as("no name in place of a text")
                    .doesNotContainPattern("\\b[A-Z]{3,}_[A-Z_]{3,}\\b");
            assertThat((List<?>) person.page().evaluate(TEXTS_KEPT, language))
                    .as("texts that are kept")
                    .hasSize(1);
            for (var width : List.of(320, 1280)) {
                person.page().setViewportSize(width, 800);
                Accessibility.requireNoViolationIn(FORM, person.page());
            }
            person.remembers(form + "-" + language);
        }
        seen.add(form);
    }
}
