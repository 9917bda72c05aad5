package io.accountmigration.system.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Cases;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Role;
import io.accountmigration.system.Subject;
import io.accountmigration.system.Task;
import io.accountmigration.system.WholeProgramTest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every role at every endpoint with every verb, held to {@link Rights}; what was seen is in {@code target/rights*.md}. The
 * program is one of its own, in which nothing happens by itself.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=0",
            "user-sync.poll-interval=PT1H",
            "user-sync.adoption-interval=PT1H",
        })
class RightsTest extends WholeProgramTest {

    /** Sweeps away what other tests work with, so whoever may calls it where the program is thrown away afterwards. */
    private static final Mapping SWEEP = new Mapping("POST", "/sandbox/reset");

    /** Stand for all at an endpoint that leads to the same as another. */
    private static final Set<Role> AT_ALTERNATIVE_PATHS = EnumSet.of(Role.ANONYMOUS, Role.OWNER_OF_ANOTHER);

    /** What ends the case or gives it to somebody else comes when everything else has been tried. */
    private static final Comparator<Mapping> LAST_THINGS_LAST = Comparator.<Mapping, Boolean>comparing(SWEEP::equals)
            .thenComparing(call -> call.path().matches(".*/(cancel|take-over|complete|submit-form)"))
            .thenComparing(Comparator.naturalOrder());

    private final RightsTable table = new RightsTable();

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private JobExecutor jobExecutor;

    private SortedSet<Mapping> calls;
    private Subject subject;
    private Knocking knocking;

    @BeforeEach
    void letATaskWait() {
        calls = Mappings.of(context);
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        subject = Subject.of(program(), account, sandbox().create(Kind.FABRIKAM).owner(), task.id());
        knocking = new Knocking(program(), subject);
    }

    @Test
    void everyCallHasItsRow() {
        assertThat(calls).hasSizeGreaterThan(300);
        assertThat(calls.stream().filter(call -> !call.isOfTheEngine()).filter(call -> Rights.of(call)
                        .isEmpty()))
                .isEmpty();
        assertThat(Published.calls(as("admin"))).isNotEmpty().isSubsetOf(calls);
    }

    @Test
    void theCallsThatTheEnginePublishesAreAmongThem() {
        var known = calls.stream().map(RightsTest::withoutNames).collect(Collectors.toSet());

        assertThat(Published.callsOfTheEngine()).hasSizeGreaterThan(390).allSatisfy(call -> assertThat(known)
                .contains(withoutNames(call)));
    }

    private static Mapping withoutNames(Mapping call) {
        return new Mapping(call.verb(), call.path().replaceAll("\\{[^/]+}", "{}"));
    }

    @Test
    void everyRoleGetsWhatItMayAndNothingElse() {
        knock(
                "rights",
                (role, call) -> call.isAlternativePath() ? AT_ALTERNATIVE_PATHS.contains(role) : !isASweep(role, call),
                (role, call) -> !call.isOfTheEngine());
    }

    @Test
    @Tag("full")
    @DirtiesContext
    void whicheverEndpointItTakes() {
        knock("rights-full", (role, call) -> true, (role, call) -> true);
    }

    private void knock(
            String name, BiPredicate<Role, Mapping> isTried, BiPredicate<Role, Mapping> isTriedThoughThereIsNone) {
        try {
            everyRole(role -> knocking.at(role, new Mapping("GET", "/camunda/api/engine/engine")));
            changingNothing(() -> everyRole(role -> {
                knockAtAll(role, calls, call -> rightOf(role, call) != Right.YES && isTried.test(role, call));
                knockWithOddVerbs(role, isTriedThoughThereIsNone);
            }));
            everyRole(role -> knockAtAll(
                    role,
                    calls,
                    call -> rightOf(role, call) == Right.YES && call.isHarmless() && isTried.test(role, call)));
            whoMayChangesThings(isTried);
        } finally {
            table.write(name);
        }
        assertThat(table.wrong())
                .as(table.wrong().size() + " calls go another way than they should")
                .isEmpty();
    }

    /** Whoever may not do something leaves no trace in any table, while nobody else is at work. */
    private void changingNothing(Runnable calls) {
        jobExecutor.shutdown();
        try {
            var threads = (ThreadPoolTaskExecutor) ((SpringJobExecutor) jobExecutor).getTaskExecutor();
            Cases.patiently("nobody is at work").until(() -> threads.getActiveCount() == 0);
            var before = DatabaseRows.of(database);
            calls.run();
            DatabaseRows.of(database)
                    .differencesTo(before)
                    .forEach((name, rows) -> table.complain("somebody who may not has changed " + name + ": " + rows));
        } finally {
            jobExecutor.start();
        }
    }

    private static boolean isASweep(Role role, Mapping call) {
        return call.equals(SWEEP) && rightOf(role, call) == Right.YES;
    }

    private static Right rightOf(Role role, Mapping call) {
        return call.isOfTheEngine()
                ? EngineRights.of(call, role)
                : Rights.of(call).orElseThrow().of(role);
    }

    private static void everyRole(Consumer<Role> work) {
        var people = Executors.newFixedThreadPool(4);
        try {
            var knocks = Stream.of(Role.values())
                    .<Callable<Void>>map(role -> () -> {
                        work.accept(role);
                        return null;
                    })
                    .toList();
            for (var knock : people.invokeAll(knocks)) {
                knock.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        } finally {
            people.shutdownNow();
        }
    }

    private void knockAtAll(Role role, Iterable<Mapping> some, Predicate<Mapping> which) {
        for (var call : some) {
            if (which.test(call)) {
                knockAt(role, call, rightOf(role, call));
            }
        }
    }

    private void knockAt(Role role, Mapping call, Right right) {
        var reply = knocking.at(role, call);
        table.note(call, role, right, reply);
        if (!right.isKeptBy(reply, call, subject)) {
            table.complain(role + " (" + right.words() + ") " + call + ": " + reply);
        }
    }

    private void knockWithOddVerbs(Role role, BiPredicate<Role, Mapping> isTried) {
        calls.stream()
                .map(Mapping::path)
                .distinct()
                .flatMap(path -> Mappings.VERBS.stream().map(verb -> new Mapping(verb, path)))
                .filter(call -> !calls.contains(call) && isTried.test(role, call))
                .forEach(call -> knockAt(role, call, Right.NO_SUCH_CALL));
    }

    /** One after the other, since some calls end the case. */
    private void whoMayChangesThings(BiPredicate<Role, Mapping> isTried) {
        var changing = calls.stream()
                .filter(call -> !call.isHarmless())
                .sorted(LAST_THINGS_LAST)
                .toList();
        Stream.of(Role.values())
                .forEach(role -> knockAtAll(
                        role, changing, call -> rightOf(role, call) == Right.YES && isTried.test(role, call)));
    }
}
