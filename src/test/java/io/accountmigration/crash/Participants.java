package io.accountmigration.crash;

import static java.util.stream.Collectors.toMap;

import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** Everybody who deals with one account: asks for something, answers what is asked, changes their mind. */
final class Participants {

    private static final Map<String, String> BECAUSE = Map.of("reason", "as planned");

    private final Stage stage;
    private final Callers callers;
    private final Account account;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private String campaign;
    private String report;

    Participants(Stage stage, Account account) {
        this.stage = stage;
        this.callers = new Callers(stage::endpoints);
        this.account = account;
    }

    /** What they were answered that they should not have been. */
    List<String> wrong() {
        return wrong;
    }

    /** What they do by themselves on a way, each when everything before has come to rest. */
    List<Runnable> stepsOf(Way way) {
        return switch (way) {
            case USERS -> List.of(this::reconcile, this::approveRemovals, this::join, this::leave);
            case OWNER_NAMED -> List.of(this::askForOwner);
            case VERIFIED_AGAIN -> List.of(this::start, this::verifyAgain);
            case CAMPAIGN, CAMPAIGN_PAUSED, CAMPAIGN_CANCELLED -> List.of(this::beginCampaign);
            case READINESS -> List.of(this::askWhatIsNeeded);
            default -> List.of(this::start);
        };
    }

    /** What became of what they asked for beside the case; they look again until it is there. */
    void lookAtTheEnd(Way way) {
        switch (way) {
            case CAMPAIGN, CAMPAIGN_PAUSED -> require("/api/campaigns/" + campaign, "COMPLETED");
            case CAMPAIGN_CANCELLED -> require("/api/campaigns/" + campaign, "CANCELLED");
            case READINESS -> {
                require("/api/readiness-reports/" + report, "COMPLETED");
                var needs = asOperator(operator -> operator.get("/api/readiness-reports/" + report))
                        .json()
                        .path("needs");
                if (needs.path("CONFIRM_ONLY").asLong() != 1) {
                    wrong.add("needs: " + needs);
                }
            }
            default -> {
                // The case says it all.
            }
        }
    }

    private void require(String path, String state) {
        var reply = asOperator(operator -> operator.get(path));
        note(reply, reply.json().path("state").asText().equals(state));
    }

    /** Whether it is known what to answer; a code may still be on its way. */
    boolean canAnswer(Waiting waiting) {
        return waiting.boundary().kind() != Boundary.Kind.TASK
                || !inputsFor(waiting).isEmpty();
    }

    /** Answers a task or sends a message until that is done, by this call or by one before whose answer was lost. */
    void answer(Waiting waiting, Predicate<Waiting> isDone) {
        // Who loses a race comes back, unless there is nothing left to do.
        var reply = callers.insist(
                personFor(waiting), callFor(waiting), answer -> answer.status() != 409 || isDone.test(waiting));
        note(reply, reply.isSuccess() || reply.status() == 404 || reply.status() == 409);
    }

    /** The same a second time. One of both comes too late, which is no fault of the program. */
    void answerOnce(Waiting waiting) {
        var reply = callers.once(personFor(waiting), callFor(waiting));
        note(reply, reply.status() < 500);
    }

    /** Only once the case has waited for it is the enrolment accepted: how often it asked before is left to chance. */
    void afterwards(Waiting passed) {
        if (passed.boundary().activity().equals("event_recheckDue")) {
            stage.sandbox().acceptEnrolment(account.publisherId());
        }
    }

    void executeOnce(Waiting job) {
        stage.executeJob(job.id());
    }

    /** Something that is said while a transaction is under way. */
    void interfere(Way way, String process) {
        if (process.equals("migration-campaign")) {
            List.of("/pause", "/resume").forEach(word -> {
                var reply = callers.once("operator", operator -> operator.post(campaignAt(word), BECAUSE));
                note(reply, reply.status() < 500);
            });
        } else if (way.isMigration()) {
            var reply = callers.once("operator", operator -> operator.post(caseAt("/cancel"), null));
            note(reply, reply.status() < 500);
        } else {
            edit("late");
            push("late", "ADD", List.of("Developer"));
        }
    }

    private static String personFor(Waiting waiting, String owner) {
        return switch (waiting.boundary().activity()) {
            case "userTask_nameOwner",
                    "userTask_decideOnNextWave",
                    "event_pauseRequested",
                    "event_resumeRequested",
                    "startEvent_cancelRequested" -> "operator";
            default -> owner;
        };
    }

    private String personFor(Waiting waiting) {
        return personFor(waiting, account.hasOwner() ? account.owner() : "operator");
    }

    private Function<Visitor, Reply> callFor(Waiting waiting) {
        return waiting.boundary().kind() == Boundary.Kind.TASK ? complete(waiting) : send(waiting);
    }

    private Function<Visitor, Reply> complete(Waiting task) {
        var variables = inputsFor(task).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, input -> Map.of("value", input.getValue(), "type", "String")));
        return person -> person.post("/engine-rest/task/" + task.id() + "/complete", Map.of("variables", variables));
    }

    private Map<String, String> inputsFor(Waiting task) {
        return switch (task.boundary().activity()) {
            case "userTask_provideWorkEmail" -> Map.of("workEmail", account.workEmail());
            case "userTask_enrolInPartnerNetwork" -> Map.of("partnerId", account.partnerId());
            case "userTask_confirmWorkEmail" ->
                stage.mailbox()
                        .codeFor(account.workEmail())
                        .map(code -> Map.of("confirmationCode", code))
                        .orElseGet(Map::of);
            case "userTask_nameOwner" ->
                Map.of("owner", "named@" + account.publisherId() + ".example", "reason", "acts for the company");
            case "userTask_decideOnNextWave" -> Map.of("decision", "GO", "reason", "went well");
            default -> Map.of();
        };
    }

    private Function<Visitor, Reply> send(Waiting message) {
        return switch (message.boundary().activity()) {
            case "event_cancelRequested" -> owner -> owner.post(caseAt("/cancel"), null);
            case "event_otherPartnerIdRequested" -> owner -> owner.post(caseAt("/other-partner-id"), null);
            case "event_ownerActed" -> this::act;
            case "event_pauseRequested" -> operator -> operator.post(campaignAt("/pause"), BECAUSE);
            case "event_resumeRequested" -> operator -> operator.post(campaignAt("/resume"), BECAUSE);
            case "startEvent_cancelRequested" -> operator -> operator.post(campaignAt("/cancel"), BECAUSE);
            default -> throw new AssertionError("nobody sends " + message.boundary());
        };
    }

    /** Does what is open, where there still is something. */
    private Reply act(Visitor owner) {
        var open = owner.get("/engine-rest/task?processInstanceBusinessKey=" + account.publisherId());
        var task = open.json().path(0).path("id").asText();
        var input = Map.of("workEmail", Map.of("value", account.workEmail(), "type", "String"));
        return open.isSuccess() && !task.isEmpty()
                ? owner.post("/engine-rest/task/" + task + "/complete", Map.of("variables", input))
                : open;
    }

    private String caseAt(String action) {
        return "/api/migrations/" + account.publisherId() + action;
    }

    private String campaignAt(String action) {
        return "/api/campaigns/" + campaign + action;
    }

    private void start() {
        var body = Map.of(
                "businessKey",
                account.publisherId(),
                "variables",
                Map.of("requestedBy", Map.of("value", account.owner(), "type", "String")));
        var reply = callers.insist(
                "service",
                service -> service.post("/engine-rest/process-definition/key/account-migration/start", body));
        note(reply, reply.isSuccess() || reply.code().equals("ALREADY_RUNNING"));
    }

    private void askForOwner() {
        var reply = callers.insist(
                "service",
                service -> service.post(
                        "/api/migrations",
                        Map.of("publisherId", account.publisherId(), "requestedBy", "nobody@example.com")));
        note(reply, reply.code().equals("NO_OWNER"));
    }

    private void verifyAgain() {
        note(asOperator(operator -> operator.post(caseAt("/verification"), null)));
    }

    /** Two waves of one account: this one, and one that has moved already. */
    private void beginCampaign() {
        var plan = Map.of(
                "name",
                "campaign of " + account.publisherId(),
                "publisherIds",
                List.of(account.publisherId(), stage.account(Kind.WOODGROVE).publisherId()),
                "canarySize",
                1,
                "waveSize",
                1,
                "startsPerMinute",
                600,
                "brakeFailureRate",
                1.0,
                "goAutomatically",
                false);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        campaign = idIn(asOperator(operator -> operator.post("/api/campaigns", plan, key)));
    }

    /** The portal is away once, so that the report has to come back. */
    private void askWhatIsNeeded() {
        var fault = Map.of(
                "system",
                "cpp",
                "pathPrefix",
                "/api/publishers/" + account.publisherId(),
                "kind",
                "STATUS",
                "status",
                503);
        admin(admin -> admin.post("/sandbox/faults", fault));
        var selection = Map.of("publisherIds", List.of(account.publisherId()));
        report = idIn(asOperator(operator -> operator.post("/api/readiness-reports", selection)));
    }

    private String idIn(Reply reply) {
        note(reply);
        return reply.json().path("id").asText();
    }

    private void reconcile() {
        edit("leaver");
        admin(admin -> admin.put(
                path("cpp", "leaver"), Map.of("address", address("leaver"), "roles", List.of("CONTRIBUTOR"))));
        asOperator(operator -> operator.post(syncAt("/user-sync/reconcile"), null));
    }

    /** Whom the portal lists and Partner Center never had: an operator decides. */
    private void approveRemovals() {
        asOperator(operator -> operator.post(syncAt("/user-sync/removals/approve"), BECAUSE));
    }

    private void join() {
        edit("joiner");
        push("joiner", "ADD", List.of("Developer"));
    }

    private void leave() {
        admin(admin -> admin.delete(path("partner-center", "leaver")));
        push("leaver", "REMOVE", List.of());
    }

    private void edit(String user) {
        admin(admin -> admin.put(
                path("partner-center", user), Map.of("address", address(user), "roles", List.of("Developer"))));
    }

    private void push(String user, String operation, List<String> roles) {
        var change = Map.of(
                "changeId",
                user + "-" + operation,
                "occurredAt",
                Instant.now().toString(),
                "userId",
                user,
                "userPrincipalName",
                address(user),
                "operation",
                operation,
                "roles",
                roles);
        var reply = callers.insist("service", service -> service.post(syncAt("/user-changes"), change));
        note(reply, reply.status() == 202);
    }

    private String syncAt(String action) {
        return "/api/publishers/" + account.publisherId() + action;
    }

    private String path(String portal, String user) {
        return "/sandbox/accounts/" + account.publisherId() + "/" + portal + "/users/" + user;
    }

    private String address(String user) {
        return user + account.owner().substring(account.owner().indexOf('@'));
    }

    private void admin(Function<Visitor, Reply> call) {
        call.apply(stage.sandbox().admin()).succeeded();
    }

    private Reply asOperator(Function<Visitor, Reply> call) {
        return callers.insist("operator", call);
    }

    private void note(Reply reply) {
        note(reply, reply.isSuccess());
    }

    private void note(Reply reply, boolean isFine) {
        if (!isFine) {
            wrong.add("answered " + reply);
        }
    }
}
