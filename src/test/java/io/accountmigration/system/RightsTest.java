package io.accountmigration.system;

import static io.accountmigration.system.Rights.Right.NO;
import static io.accountmigration.system.Rights.Right.YES;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Rights.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every role at every call that the program takes, held to the rights that the documentation lists. Writes what it saw
 * to {@code target/doors.md}.
 */
class RightsTest extends RoughProgramTest {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Rights rights = Rights.read();
    private final Map<Mapping, Map<Role, String>> seen = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Autowired
    private WebApplicationContext context;

    private SortedSet<Mapping> mappings;
    private Subject subject;

    @BeforeEach
    void letATaskWait() {
        mappings = Mappings.of(context);
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var instance = cases().instanceOf(account);
        subject = new Subject(
                account,
                sandbox().create(Kind.FABRIKAM).owner(),
                task.id(),
                instance,
                as("admin")
                        .get("/engine-rest/process-instance/" + instance)
                        .json()
                        .path("definitionId")
                        .asText(),
                as("admin").get("/engine-rest/filter").json().path(0).path("id").asText());
    }

    @Test
    void thereIsARightForEveryCall() {
        assertThat(mappings).hasSizeGreaterThan(300);
        assertThat(mappings).allSatisfy(mapping -> assertThat(rights.of(mapping))
                .as("a row of %s for %s", Rights.PAGE, mapping)
                .isPresent());
    }

    @Test
    void everyRoleGetsWhatItMayAndNothingElse() throws IOException {
        whoMayNotDoesNot();
        verbsThatNobodyOffersDoNothing();
        whoMayDoes();
        writeDown();
        requireNothingWrong();
    }

    /** Before anybody who may has changed anything. */
    private void whoMayNotDoesNot() {
        var before = fingerprint();
        for (var role : Role.values()) {
            knockAtAll(role, mappings, right -> right != YES);
            assertThat(fingerprint()).as("what %s leaves behind", role).isEqualTo(before);
        }
    }

    private void verbsThatNobodyOffersDoNothing() {
        var before = fingerprint();
        var ours = mappings.stream().filter(mapping -> !mapping.isOfTheEngine()).collect(Collectors.toSet());
        for (var path : ours.stream().map(Mapping::path).collect(Collectors.toCollection(java.util.TreeSet::new))) {
            for (var verb : VERBS) {
                var mapping = new Mapping(verb, path);
                if (!ours.contains(mapping)) {
                    for (var role : Role.values()) {
                        var reply = knock(role, mapping);
                        if (!isSentToSignIn(reply) && (reply.status() < 400 || reply.status() >= 500)) {
                            wrong.add(role + " " + reply);
                        }
                    }
                }
            }
        }
        assertThat(fingerprint()).as("what odd verbs leave behind").isEqualTo(before);
    }

    /** Looks first, since some calls end the case. */
    private void whoMayDoes() {
        var reading = mappings.stream().filter(Mapping::isHarmless).toList();
        var changing =
                mappings.stream().filter(mapping -> !mapping.isHarmless()).toList();
        for (var role : Role.values()) {
            knockAtAll(role, reading, right -> right == YES);
        }
        for (var role : Role.values()) {
            knockAtAll(role, changing, right -> right == YES);
        }
    }

    private void knockAtAll(Role role, Collection<Mapping> calls, java.util.function.Predicate<Right> which) {
        for (var mapping : calls) {
            var right = rights.of(mapping).orElseThrow().rights().get(role);
            if (which.test(right)) {
                var reply = knock(role, mapping);
                seen.computeIfAbsent(mapping, call -> new EnumMap<>(Role.class))
                        .put(role, right.word() + " " + reply.status());
                if (!isAsExpected(right, mapping, reply)) {
                    wrong.add(role + " (" + right.word() + ") " + mapping + ": " + reply);
                }
            }
        }
    }

    private boolean isAsExpected(Right right, Mapping mapping, Reply reply) {
        var status = reply.status();
        return switch (right) {
            case SIGN_IN -> isSentToSignIn(reply);
            case YES -> status != 401 && status != 403 && (status < 500 || status == 503) && isFound(mapping, reply);
            case OWN -> status < 500 && status != 401;
            case NO ->
                mapping.isOfTheEngine()
                        ? status / 100 == 4 || status / 100 == 2 && !subject.isToldIn(reply.text())
                        : status == 403 || status == 404;
        };
    }

    private boolean isFound(Mapping mapping, Reply reply) {
        return reply.status() != 404 || !mapping.isHarmless() || !subject.knows(mapping);
    }

    private static boolean isSentToSignIn(Reply reply) {
        return reply.status() == 401
                || reply.status() == 302 && reply.header("Location").orElse("").endsWith("/sign-in");
    }

    private Reply knock(Role role, Mapping mapping) {
        var user = subject.userIdOf(role);
        // An administrator may do everything to the engine, so it is asked for things that are not there.
        var about =
                role == Role.ADMIN && mapping.isOfTheEngine() && !mapping.isHarmless() ? subject.ofNothing() : subject;
        var path = about.pathOf(mapping);
        var body = Visitor.json(about.bodyOf(mapping, user == null ? "nobody" : user));
        if (user == null || !mapping.isForPeople()) {
            var html = mapping.isForPeople() ? Map.of("Accept", "text/html") : Map.<String, String>of();
            return program().as(user).send(mapping.verb(), path, body, html);
        }
        var browser =
                path.endsWith("/logout") ? program().browserOf(user) : program().openBrowserOf(user);
        if (path.startsWith("/camunda/")) {
            var reply = browser.send(mapping.verb(), path, body);
            // Who lost the session is refused whatever he asks for, which would prove nothing.
            assertThat(reply.status()).as("still signed in: " + reply).isNotEqualTo(401);
            return reply;
        }
        return mapping.verb().equals("POST") ? browser.submit("/", path, Map.of()) : browser.open(path);
    }

    /** What would be another if any of these calls had changed anything, as the administrator sees it. */
    private Map<String, String> fingerprint() {
        var admin = as("admin");
        var fingerprint = new LinkedHashMap<String, String>();
        Stream.of(
                        "/task/" + subject.task(),
                        "/process-instance/" + subject.instance(),
                        "/process-instance/" + subject.instance() + "/variables",
                        "/process-definition?sortBy=id&sortOrder=asc",
                        "/deployment/count",
                        "/task/count",
                        "/process-instance/count?processDefinitionKey=account-migration",
                        "/filter",
                        "/user/count",
                        "/group/count",
                        "/tenant/count",
                        "/batch/count",
                        "/authorization/count",
                        "/history/process-instance/count?processDefinitionKey=account-migration")
                .forEach(query -> fingerprint.put(
                        query, admin.get("/engine-rest" + query).succeeded().text()));
        fingerprint.put(
                "state",
                as("service")
                        .get("/api/migrations/" + subject.account().publisherId())
                        .text());
        return fingerprint;
    }

    private void requireNothingWrong() {
        assertThat(wrong)
                .as(wrong.size() + " calls went another way than they should")
                .isEmpty();
    }

    private void writeDown() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Every role at every call: the right, and the status that was answered");
        lines.add("");
        lines.add("| call | " + Stream.of(Role.values()).map(this::name).collect(Collectors.joining(" | ")) + " |");
        lines.add("|---".repeat(Role.values().length + 1) + "|");
        new java.util.TreeMap<>(seen)
                .forEach((mapping, answers) -> lines.add("| `" + mapping + "` | "
                        + Stream.of(Role.values())
                                .map(role -> answers.getOrDefault(role, ""))
                                .collect(Collectors.joining(" | "))
                        + " |"));
        Files.write(Path.of("target", "doors.md"), lines);
    }

    private String name(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
