package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Starts the program with its sandbox, once for all tests that extend this. Every test
 * works with publishers of its own.
 */
@NeedsBrowser
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.wait-time-in-millis=50",
            "camunda.bpm.job-execution.max-wait=200",
            "migration.timers.enrolment-recheck=PT1S",
            "migration.timers.late-effects=PT1S",
            "sandbox.enrolment-pending=PT1H",
        })
@ActiveProfiles("sandbox")
public abstract class BrowserTest {

    /** Costs nothing when all is well: the machine may be slow, or busy with other builds. */
    private static final int PATIENCE_MILLIS = 90_000;

    @LocalServerPort
    private int port;

    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void havePatience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** What everybody saw when a test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback pictures = test -> test.getExecutionException()
            .ifPresent(failure -> people.forEach(person ->
                    person.remembersTheFailure(test.getRequiredTestMethod().getName() + "-" + people.indexOf(person))));

    @AfterEach
    void sayGoodbye() {
        people.forEach(Person::leave);
        sandbox().removeFaults();
        assertThat(people.stream().flatMap(Person::refusedCalls))
                .as("calls that the web applications make of themselves are open")
                .isEmpty();
    }

    protected Sandbox sandbox() {
        return new Sandbox(program().as("admin"));
    }

    protected Cases cases() {
        return new Cases(program());
    }

    /** An owner in front of a browser who is about to move a publisher. */
    protected Owner owner(Person person, String publisherId) {
        return new Owner(person, sandbox().account(publisherId), cases());
    }

    protected Program program() {
        return new Program(address());
    }

    /** Somebody who has not signed in yet, in front of a window of a desktop computer. */
    protected Person somebody() {
        return somebody(new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"));
    }

    protected Person somebody(NewContextOptions window) {
        var page =
                InstalledBrowser.open().newContext(window.setBaseURL(address())).newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        var person = new Person(page, getClass().getSimpleName());
        people.add(person);
        return person;
    }

    protected Person signedIn(String user) {
        var person = somebody();
        person.opens("/");
        person.signsIn(user);
        return person;
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
