package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadStartTest extends WholeProgramTest {

    private static final String HUNDRED_KILOBYTES = "a".repeat(100_000);

    @ParameterizedTest
    @EnumSource
    void anUnknownPublisherIsNotFound(Endpoint endpoint) {
        var owner = sandbox().create(Kind.CONTOSO).owner();

        requireProblem(endpoint.start(program(), owner, "nobody-knows-this", owner), 404, "PUBLISHER_NOT_FOUND");
        assertThat(cases().instances("nobody-knows-this")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoOwnerIsTurnedAway(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        var stranger = sandbox().create(Kind.CONTOSO).owner();
        var contributor = account.owner().replace("owner@", "contributor@");

        requireProblem(endpoint.start(program(), stranger, account.publisherId(), null), 403, "NOT_OWNER");
        requireProblem(endpoint.start(program(), stranger, account.publisherId(), account.owner()), 403, "NOT_OWNER");
        requireProblem(endpoint.start(program(), contributor, account.publisherId(), null), 403, "NOT_OWNER");
        requireProblem(endpoint.start(program(), account.owner(), account.publisherId(), stranger), 403, "NOT_OWNER");
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void aMigratedAccountIsRefusedAsMigrated(Endpoint endpoint) {
        var account = sandbox().create(Kind.WOODGROVE);

        requireProblem(
                endpoint.start(program(), account.owner(), account.publisherId(), null), 409, "ALREADY_MIGRATED");
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void aRunningMigrationIsNamedWithItsLink(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();

        var refusal =
                endpoint.start(program(), account.owner(), account.publisherId().toUpperCase(), null);

        requireProblem(refusal, 409, "ALREADY_RUNNING");
        var link = refusal.json().path("migration").asText();
        assertThat(link).endsWith("/migrations/" + account.publisherId());
        assertThat(program().browserOf(account.owner()).open(link).status()).isEqualTo(200);
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void brokenJsonIsAskedForAgain(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        for (var body : List.of("{\"businessKey\":", "not json at all", "[1,2", "")) {
            var refusal = endpoint.send(program(), account.owner(), "POST", endpoint.startResource(program()), body);

            assertThat(refusal.status()).as(body + ": " + refusal).isIn(400, 422);
            requireProblem(refusal);
        }
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void aNameOfAnotherTypeIsMalformed(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        for (var requestedBy : List.of(5, true, List.of("x"), Map.of("a", "b"))) {
            var refusal = endpoint.start(program(), account.owner(), account.publisherId(), requestedBy);

            assertThat(refusal.status()).as(requestedBy + ": " + refusal).isEqualTo(400);
            requireProblem(refusal);
        }
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherOfAnotherTypeIsMalformed(Endpoint endpoint) {
        var owner = sandbox().create(Kind.CONTOSO).owner();
        for (var publisherId : List.of(5, true, List.of("x"), Map.of("a", "b"))) {
            var refusal = endpoint.start(program(), owner, publisherId, null);

            assertThat(refusal.status()).as(publisherId + ": " + refusal).isBetween(400, 404);
            requireProblem(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGINE_REST, Integer, 5",
        "ENGINE_REST, Integer, \"five\"",
        "ENGINE_REST, Nonsense, \"x\"",
        "ENGINE_REST, Date, \"yesterday\"",
        "ENGINE_REST, Json, \"{\"",
        "ENGINE_REST, Object, \"rO0AB\"",
        "WEB_APPLICATIONS, Integer, \"five\"",
        "WEB_APPLICATIONS, Nonsense, \"x\"",
    })
    void aVariableOfAnotherTypeIsMalformed(Endpoint endpoint, String type, String value) {
        var account = sandbox().create(Kind.CONTOSO);
        var body = "{\"businessKey\":\"%s\",\"variables\":{\"requestedBy\":{\"value\":%s,\"type\":\"%s\"}}}"
                .formatted(account.publisherId(), value, type);

        var refusal = endpoint.send(program(), account.owner(), "POST", endpoint.startResource(program()), body);

        assertThat(refusal.status()).as(refusal.toString()).isEqualTo(400);
        requireProblem(refusal);
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNamedInAHundredKilobytesIsTooLong(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);

        requireProblem(
                endpoint.start(program(), account.owner(), account.publisherId(), HUNDRED_KILOBYTES),
                400,
                "INPUT_TOO_LONG");
        requireProblem(
                endpoint.start(program(), account.owner(), HUNDRED_KILOBYTES, account.owner()), 400, "INPUT_TOO_LONG");
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "../contoso", "a b", "x'--", "<b>x</b>", "€uro", "a\u0000b", "con\ntoso", "%2e%2e"})
    void oddPublishersAreNobodys(String publisherId) {
        var owner = sandbox().create(Kind.CONTOSO).owner();
        for (var endpoint : Endpoint.values()) {
            var refusal = endpoint.start(program(), owner, publisherId, null);

            assertThat(refusal.status()).as(endpoint + ": " + refusal).isIn(400, 404, 422);
            requireProblem(refusal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMissingPublisherIsAskedFor(Endpoint endpoint) {
        var owner = sandbox().create(Kind.CONTOSO).owner();

        requireProblem(endpoint.start(program(), owner, null, null), 422, "PUBLISHER_ID_MISSING");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "OURS"})
    void aServiceHasToSayForWhomItAsks(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        var publisherId = account.publisherId();

        requireProblem(endpoint.start(program(), "service", publisherId, null), 422, "REQUESTED_BY_MISSING");
        requireProblem(endpoint.start(program(), "service", publisherId, " "), 422, "REQUESTED_BY_MISSING");
        requireProblem(endpoint.start(program(), "service", publisherId, "no address"), 403, "NOT_OWNER");
        requireProblem(endpoint.start(program(), "operator", publisherId, "who@example.com"), 403, "NOT_OWNER");
        requireNothingLeftBehind(account);
    }

    @ParameterizedTest
    @EnumSource
    void anAccountWithoutAnActiveOwnerCannotStartAndOperatorsNameOne(Endpoint endpoint) {
        var account = sandbox().create(Kind.ALPINE);

        requireProblem(endpoint.start(program(), "operator", account.publisherId(), null), 422, "NO_OWNER");
        requireProblem(endpoint.start(program(), "operator", account.publisherId(), null), 422, "NO_OWNER");

        requireNothingLeftBehind(account);
        assertThat(cases().tasksSeenBy("operator", account)).singleElement().satisfies(task -> assertThat(
                        task.path("taskDefinitionKey").asText())
                .isEqualTo("userTask_nameOwner"));
    }

    @Test
    void whomOperatorsNameIsAnOwnerWhoCanStart() {
        var account = sandbox().create(Kind.ALPINE);
        var named = "named@" + account.publisherId() + ".example";
        requireProblem(cases().startOverApi("service", account.publisherId(), named), 422, "NO_OWNER");

        var task = cases().awaitTask("operator", account, "userTask_nameOwner");
        var inputs = Map.of("owner", Cases.text(named), "reason", Cases.text("acts for the company"));
        as("operator")
                .post(task.path() + "/complete", Map.of("variables", inputs))
                .succeeded();

        Cases.patiently("the named owner starts")
                .until(
                        () -> cases().startOverApi("service", account.publisherId(), named),
                        reply -> reply.status() == 201);
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPortalThatDoesNotAnswerIsNotAnUnknownPublisher(Endpoint endpoint) {
        var account = sandbox().create(Kind.CONTOSO);
        sandbox().order(Fault.of("cpp", "GET", "/api/publishers/" + account.publisherId()));

        var refusal = endpoint.start(program(), account.owner(), account.publisherId(), null);

        requireProblem(refusal, 503, "OUTSIDE_UNAVAILABLE");
        assertThat(refusal.header("Retry-After").orElse("none")).matches("[1-9]\\d*");
        requireNothingLeftBehind(account);
    }

    @Test
    void theSameKeyGetsTheSameAnswer() {
        var account = sandbox().create(Kind.CONTOSO);
        var key = Map.of("Idempotency-Key", "key of " + account.publisherId());
        var body = Visitor.json(Map.of("publisherId", account.publisherId()));

        var first = as(account.owner()).send("POST", "/api/migrations", body, key);
        var again = as(account.owner()).send("POST", "/api/migrations", body, key);
        var other = as(account.owner())
                .send("POST", "/api/migrations", Visitor.json(Map.of("publisherId", "contoso")), key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header("Location").orElse("")).endsWith("/api/migrations/" + account.publisherId());
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        requireProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(cases().instances(account.publisherId())).isEqualTo(1);
    }

    private void requireNothingLeftBehind(Account account) {
        assertThat(cases().instances(account.publisherId())).isZero();
        assertThat(as("service").get("/api/migrations/" + account.publisherId()).code())
                .isEqualTo("MIGRATION_NOT_FOUND");
    }
}
