package io.accountmigration.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One way for each code to be refused with it, by who gets it in real life. */
final class Provocations {

    private static final String MIGRATIONS = "/api/migrations";
    private static final String REPORTS = "/api/readiness-reports";
    private static final String FILE_REPORTS = REPORTS + "/from-file";
    private static final String CAMPAIGNS = "/api/campaigns";
    private static final String NOBODYS_ID = "00000000-0000-4000-8000-000000000000";
    private static final String TOO_LONG = "a".repeat(400);
    private static final int AT_THE_SAME_MOMENT = 4;

    private final Program program;
    private final Sandbox sandbox;
    private final Cases cases;

    Provocations(Program program) {
        this.program = program;
        this.sandbox = new Sandbox(program.as("admin"));
        this.cases = new Cases(program);
    }

    /** The ways by code; those of one account or campaign follow each other. */
    Map<String, Refused> all() {
        var ways = new HashMap<String, Refused>();
        ways.putAll(ofAnyCall());
        ways.putAll(ofStarts());
        ways.putAll(ofCases());
        ways.putAll(ofTasks());
        ways.putAll(ofUsersInStep());
        ways.putAll(ofReports());
        ways.putAll(ofCampaigns());
        return ways;
    }

    private Map<String, Refused> ofAnyCall() {
        return Map.ofEntries(
                way("UNAUTHENTICATED", call(null, "GET", MIGRATIONS, null)),
                way("NOT_ALLOWED", call("auditor", "GET", MIGRATIONS, null)),
                way("CALL_NOT_OPEN", call("operator", "DELETE", "/engine-rest/task/unknown", null)),
                way("QUERY_NOT_SUPPORTED", call("operator", "GET", "/engine-rest/task?owner=operator", null)),
                way(
                        "NUMBER_OUT_OF_RANGE",
                        call("operator", "PUT", "/engine-rest/job/unknown/retries", "{\"retries\":0}")),
                way("NOT_FOUND", call("service", "GET", "/api/nothing", null)),
                way("METHOD_NOT_ALLOWED", call("service", "DELETE", MIGRATIONS, null)),
                way("NOT_ACCEPTABLE", call("service", "GET", MIGRATIONS, null, "Accept", "application/xml")),
                way("MEDIA_TYPE_NOT_SUPPORTED", call("service", "POST", MIGRATIONS, "x", "Content-Type", "text/plain")),
                way("BODY_UNREADABLE", call("service", "POST", MIGRATIONS, "{\"publisherId\":")),
                way(
                        "EXPRESSION_NOT_ALLOWED",
                        call("operator", "GET", "/engine-rest/task?assigneeExpression=%24%7B1%7D", null)),
                way("REQUEST_INVALID", call("service", "GET", MIGRATIONS + "?limit=0", null)));
    }

    private Map<String, Refused> ofStarts() {
        var account = sandbox.create(Kind.CONTOSO);
        var stranger = sandbox.create(Kind.CONTOSO).owner();
        var running = sandbox.create(Kind.CONTOSO);
        cases.start(running).succeeded();
        var alone = sandbox.create(Kind.ALPINE).publisherId();
        var moved = sandbox.create(Kind.WOODGROVE);
        var inTheMiddle = Map.of(
                "businessKey",
                account.publisherId(),
                "startInstructions",
                List.of(Map.of("type", "startBeforeActivity", "activityId", "serviceTask_lockPublisher")));
        return Map.ofEntries(
                way("PUBLISHER_NOT_FOUND", start("service", "nobody-knows-this", "owner@contoso.com")),
                way("NOT_OWNER", start(stranger, account.publisherId(), null)),
                way("OWNER_NO_MORE", act(accountOfAFormerOwner(), "cancel")),
                way("ALREADY_RUNNING", start(running.owner(), running.publisherId(), null)),
                way("ALREADY_MIGRATED", start(moved.owner(), moved.publisherId(), null)),
                way("NO_OWNER", post("service", Cases.START, Map.of("businessKey", alone))),
                way("REQUESTED_BY_MISSING", start("service", account.publisherId(), null)),
                way("PUBLISHER_ID_MISSING", start("service", null, null)),
                way("INPUT_MALFORMED", start("service", account.publisherId(), 5)),
                way("INPUT_TOO_LONG", start("service", account.publisherId(), TOO_LONG)),
                way("START_NOT_SUPPORTED", post(account.owner(), Cases.START, inTheMiddle)),
                way("IDEMPOTENCY_KEY_REUSED", language -> {
                    var key = UUID.randomUUID().toString();
                    withKey(key, sandbox.create(Kind.CONTOSO)).in(language).succeeded();
                    return withKey(key, sandbox.create(Kind.CONTOSO)).in(language);
                }),
                way("OUTSIDE_UNAVAILABLE", language -> {
                    sandbox.order(Fault.of("cpp", "GET", "/api/publishers/" + account.publisherId()));
                    var reply =
                            start(account.owner(), account.publisherId(), null).in(language);
                    sandbox.removeFaults();
                    return reply;
                }));
    }

    private Map<String, Refused> ofCases() {
        var waiting = atTheAddress(Kind.CONTOSO);
        var over = atTheAddress(Kind.CONTOSO);
        act(over, "cancel").in("en").succeeded();
        cases.awaitState(over, "CANCELLED");
        var moved = sandbox.create(Kind.CONTOSO);
        new Journey(program, moved).walk();
        var suspended = atTheAddress(Kind.CONTOSO);
        suspend(suspended);
        return Map.of(
                "SUSPENDED", act(suspended, "cancel"),
                "MIGRATION_NOT_FOUND", call("service", "GET", MIGRATIONS + "/nobody-knows-this", null),
                "VERIFICATION_NOT_FOUND",
                        call("operator", "GET", MIGRATIONS + "/" + waiting.publisherId() + "/verification", null),
                "NOT_AWAITING_ENROLMENT", act(waiting, "other-partner-id"),
                "NOT_RUNNING", act(over, "cancel"),
                "TOO_LATE", act(moved, "cancel"),
                "NO_OPEN_TASK", this::takeOverWhatMoves);
    }

    private void suspend(Account account) {
        program.openBrowserOf("operator")
                .call(
                        "PUT",
                        Browser.ENGINE + "/process-instance/" + cases.instanceOf(account) + "/suspended",
                        Map.of("suspended", true))
                .succeeded();
    }

    /** A move stands still for the operators, so there is nothing for another owner to take over. */
    private Reply takeOverWhatMoves(String language) {
        var account = atTheAddress(Kind.PROSEWARE);
        sandbox.order(Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock"));
        taskOf(account).complete("workEmail", account.owner()).succeeded();
        cases.awaitState(account, "MOVING");
        var reply = call(account.secondOwner(), "POST", MIGRATIONS + "/" + account.publisherId() + "/take-over", null)
                .in(language);
        act(account, "cancel").in(language).succeeded();
        cases.awaitState(account, "REVERTED");
        return reply;
    }

    private Map<String, Refused> ofTasks() {
        var account = atTheAddress(Kind.PROSEWARE);
        var complete = taskOf(account).path() + "/complete";
        return Map.of(
                "TASK_NOT_FOUND", call(account.owner(), "GET", "/engine-rest/task/no-such-task", null),
                "TASK_OF_SOMEBODY_ELSE", post(account.secondOwner(), complete, Map.of()),
                "USER_ID_OF_SOMEBODY_ELSE",
                        post(
                                account.secondOwner(),
                                taskOf(account).path() + "/claim",
                                Map.of("userId", account.owner())),
                "BUSY", this::completeAtTheSameMoment);
    }

    /** Of several who complete a task at the same moment one is first; others see it gone, or lose the race for it. */
    private Reply completeAtTheSameMoment(String language) {
        return Cases.patiently("somebody loses the race")
                .until(
                        () -> {
                            var account = atTheAddress(Kind.CONTOSO);
                            var complete = post(
                                    account.owner(),
                                    taskOf(account).path() + "/complete",
                                    Map.of("variables", Map.of("workEmail", Cases.text("nobody"))));
                            var replies = Stream.generate(
                                            () -> CompletableFuture.supplyAsync(() -> complete.in(language)))
                                    .limit(AT_THE_SAME_MOMENT)
                                    .toList();
                            return replies.stream()
                                    .map(CompletableFuture::join)
                                    .filter(reply -> reply.code().equals("BUSY"))
                                    .findFirst();
                        },
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private Map<String, Refused> ofUsersInStep() {
        var account = sandbox.create(Kind.CONTOSO).publisherId();
        var moved = sandbox.create(Kind.WOODGROVE).publisherId();
        var now = Instant.now();
        return Map.of(
                "NOT_MIGRATED", call("operator", "GET", "/api/publishers/" + account + "/user-sync", null),
                "FIELD_INVALID", push(moved, "", now, "u-1"),
                "CHANGE_FROM_THE_FUTURE", push(moved, "f-1", now.plusSeconds(1_000_000_000), "u-1"),
                "CHANGE_TOO_OLD", push(moved, "o-1", Instant.parse("2001-01-01T00:00:00Z"), "u-1"),
                "USER_ID_RESERVED", push(moved, "r-1", now, "portal:u-1"),
                "CHANGE_ID_REUSED",
                        language -> {
                            push(moved, "same", now, "u-1").in(language);
                            return push(moved, "same", now, "u-2").in(language);
                        },
                "NO_STAGED_REMOVALS", language -> decideUntilNoneIsLeft(moved, language),
                "REASON_MISSING", decide(moved, " "));
    }

    private Map<String, Refused> ofReports() {
        return Map.of(
                "REPORT_NOT_FOUND", call("operator", "GET", REPORTS + "/" + NOBODYS_ID, null),
                "ROWS_REJECTED", post("operator", REPORTS, Map.of("publisherIds", List.of("no publisher!"))),
                "SELECTION_EMPTY", post("operator", REPORTS, Map.of("publisherIds", List.of())),
                "NOT_CSV", call("operator", "POST", FILE_REPORTS, "\u0001\u0002", "Content-Type", "text/csv"),
                "QUOTE_NOT_CLOSED",
                        call("operator", "POST", FILE_REPORTS, "contoso\n\"fabrikam", "Content-Type", "text/csv"),
                "COLUMN_UNKNOWN",
                        call(
                                "operator",
                                "POST",
                                FILE_REPORTS,
                                "name;account\nContoso;contoso",
                                "Content-Type",
                                "text/csv"));
    }

    private Map<String, Refused> ofCampaigns() {
        var running = campaign();
        var paused = campaign();
        steer(paused, "pause").in("en").succeeded();
        var over = campaign();
        steer(over, "cancel").in("en").succeeded();
        var tooMany = IntStream.rangeClosed(0, 100_000)
                .mapToObj(number -> "p" + number)
                .toList();
        return Map.ofEntries(
                way("CAMPAIGN_NOT_FOUND", call("operator", "GET", CAMPAIGNS + "/" + NOBODYS_ID, null)),
                way("ACCOUNT_NOT_IN_CAMPAIGN", override(running, "nobody-knows-this", "LEAVE_OUT")),
                way("OVERRIDE_NOT_POSSIBLE", override(paused, waitingAccountOf(paused), "ACCEPT")),
                way("CAMPAIGN_NAME_MISSING", begin("name", "")),
                way("WAVE_SIZE_INVALID", begin("waveSize", 0)),
                way("START_RATE_INVALID", begin("startsPerMinute", 0)),
                way("BRAKE_RATE_INVALID", begin("brakeFailureRate", 2)),
                way("TOO_MANY_ACCOUNTS", begin("publisherIds", tooMany)),
                way(
                        "NO_READY_ACCOUNT",
                        begin(
                                "publisherIds",
                                List.of(sandbox.create(Kind.ALPINE).publisherId()))),
                way("CAMPAIGN_NOT_RUNNING", steer(paused, "pause")),
                way("CAMPAIGN_NOT_PAUSED", steer(running, "resume")),
                way("CAMPAIGN_NOT_AWAITING_GO", steer(paused, "go")),
                way("CAMPAIGN_OVER", steer(over, "pause")));
    }

    private Account atTheAddress(Kind kind) {
        var account = sandbox.create(kind);
        cases.start(account).succeeded();
        taskOf(account);
        return account;
    }

    /** For a person who is not listed the portal is read again, some seconds after the last time. */
    private Account accountOfAFormerOwner() {
        var account = atTheAddress(Kind.PROSEWARE);
        sandbox.putPortalUser(account, "u1", account.owner(), "CONTRIBUTOR");
        var contributor = account.owner().replace("owner@", "contributor@");
        var migration = MIGRATIONS + "/" + account.publisherId();
        Cases.patiently("the program notices that the owner is none any more").until(() -> {
            program.as(contributor).post(migration + "/take-over", null);
            return program.as(account.owner()).get(migration).code().equals("OWNER_NO_MORE");
        });
        return account;
    }

    private Task taskOf(Account account) {
        return cases.awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }

    private Refused act(Account account, String action) {
        return call(account.owner(), "POST", MIGRATIONS + "/" + account.publisherId() + "/" + action, null);
    }

    private Refused start(String caller, Object publisherId, Object requestedBy) {
        return post(caller, MIGRATIONS, Endpoint.OURS.startBody(publisherId, requestedBy));
    }

    private Refused withKey(String key, Account account) {
        var body = Visitor.json(Map.of("publisherId", account.publisherId(), "requestedBy", account.owner()));
        return call("service", "POST", MIGRATIONS, body, "Idempotency-Key", key);
    }

    private Refused push(String publisherId, String changeId, Instant at, String userId) {
        return post(
                "service",
                "/api/publishers/" + publisherId + "/user-changes",
                Map.of("changeId", changeId, "occurredAt", at.toString(), "userId", userId, "operation", "REMOVE"));
    }

    /** The first comparison may leave a removal to decide on. */
    private Reply decideUntilNoneIsLeft(String publisherId, String language) {
        return Cases.patiently("no removal waits")
                .until(() -> decide(publisherId, "nobody is wanted").in(language), reply -> !reply.isSuccess());
    }

    private Refused decide(String publisherId, String reason) {
        return post(
                "operator", "/api/publishers/" + publisherId + "/user-sync/removals/approve", Map.of("reason", reason));
    }

    /** A campaign of two accounts, of which the second waits for the second wave. */
    private String campaign() {
        var publisherIds = Stream.generate(() -> sandbox.create(Kind.CONTOSO).publisherId())
                .limit(2)
                .toList();
        return begin("publisherIds", publisherIds)
                .in("en")
                .succeeded()
                .json()
                .path("id")
                .asText();
    }

    private String waitingAccountOf(String campaign) {
        return program.as("operator")
                .get(CAMPAIGNS + "/" + campaign + "/accounts")
                .succeeded()
                .json()
                .path("items")
                .path(1)
                .path("publisherId")
                .asText();
    }

    private Refused begin(String field, Object value) {
        var body = new HashMap<String, Object>(Map.of("name", "Provoked", "canarySize", 1, "startsPerMinute", 1));
        body.put(field, value);
        return post("operator", CAMPAIGNS, body);
    }

    private Refused steer(String campaign, String word) {
        return post("operator", CAMPAIGNS + "/" + campaign + "/" + word, Map.of());
    }

    private Refused override(String campaign, String publisherId, String action) {
        return post(
                "operator",
                CAMPAIGNS + "/" + campaign + "/accounts/" + publisherId,
                Map.of("action", action, "reason", "provoked"));
    }

    private static Map.Entry<String, Refused> way(String code, Refused refused) {
        return Map.entry(code, refused);
    }

    private Refused post(String caller, String path, Object body) {
        return call(caller, "POST", path, Visitor.json(body));
    }

    private Refused call(String caller, String method, String path, String body, String... header) {
        return language -> {
            var headers = new HashMap<>(Map.of("Accept-Language", language));
            if (header.length > 0) {
                headers.put(header[0], header[1]);
            }
            return program.as(caller).send(method, path, body, headers);
        };
    }
}
