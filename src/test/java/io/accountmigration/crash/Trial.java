package io.accountmigration.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.system.Account;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;

/** Walks one account along a way, step by step, and lets one fault happen, or none. */
final class Trial {

    /** A transaction that the way led through, and the calls that it made. */
    record Passage(Boundary boundary, List<String> calls) {}

    private final Stage stage;
    private final EngineRoom room;
    private final Callers callers;
    private final Way way;
    private final Cell cell;
    private final Account account;
    private final Duration patience;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> phases = new ArrayDeque<>();
    private boolean detourTaken;
    private boolean struck;

    private Trial(Stage stage, Way way, Cell cell, Duration patience) {
        this.stage = stage;
        this.room = new EngineRoom(stage.database());
        this.callers = new Callers(stage::doors);
        this.way = way;
        this.cell = cell;
        this.patience = patience;
        this.account = stage.account(way.kind());
        phases.addAll(
                switch (way) {
                    case USERS -> usersChange();
                    case OWNER_NAMED -> List.<Runnable>of(this::askForOwner);
                    case VERIFIED_AGAIN -> List.<Runnable>of(this::start, this::verifyAgain);
                    default -> List.<Runnable>of(this::start);
                });
    }

    /** What a way leads through without any fault, what the audit trail then says, and how many mails of a kind come. */
    record Recording(List<Passage> passages, Set<String> trail, Map<String, Long> mails) {}

    /** Walks without any fault. */
    static Recording record(Stage stage, Way way, Duration patience) {
        var trial = new Trial(stage, way, null, patience);
        trial.walk();
        var mails = new Inspection(stage).mails(trial.account.publisherId());
        var violations = trial.inspect(mails);
        if (!violations.isEmpty()) {
            throw new AssertionError(way + " without any fault: " + violations);
        }
        return new Recording(trial.passages, Set.copyOf(trial.trail()), mails);
    }

    private List<String> trail() {
        return way.isMigration() ? patiently(() -> new Inspection(stage).trail(account.publisherId())) : List.of();
    }

    /** Plays a cell to its end; the trail must say what it said without the fault, and no mails more may come. */
    static Outcome play(Stage stage, Cell cell, Recording recording, Duration patience) {
        var begin = System.nanoTime();
        var trial = new Trial(stage, cell.way(), cell, patience);
        try {
            trial.walk();
            if (!trial.struck) {
                trial.wrong.add("the fault did not happen");
            }
        } catch (RuntimeException | AssertionError stuck) {
            trial.wrong.add("stuck: "
                    + String.valueOf(stuck.getMessage()).lines().findFirst().orElse(""));
        }
        var violations = trial.inspect(recording.mails());
        var end = trial.patiently(
                () -> trial.room.stateOf(trial.account.publisherId()).orElse("IN_STEP"));
        if (end.equals(cell.way().end())) {
            var missing = new TreeSet<>(recording.trail());
            trial.trail().forEach(missing::remove);
            if (!missing.isEmpty()) {
                violations.add("the trail lacks " + missing);
            }
        }
        var seconds = Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
        return new Outcome(cell, trial.account.publisherId(), end, seconds, violations);
    }

    private List<String> inspect(Map<String, Long> mails) {
        var found = new ArrayList<>(wrong);
        found.addAll(patiently(() -> new Inspection(stage).violations(account, ends(), mails)));
        return found;
    }

    /** A message may end a case, wherever it is. */
    private List<String> ends() {
        if (!way.isMigration()) {
            return List.of();
        }
        return cell != null && cell.fault() == Fault.EARLY_MESSAGE
                ? List.of(way.end(), "CANCELLED", "REVERTED")
                : List.of(way.end());
    }

    private void walk() {
        Awaitility.await(way + " of " + account.publisherId() + " comes to its end")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(40))
                .until(this::step);
    }

    /** Does the next thing; answers whether there is nothing left. */
    private boolean step() {
        var next = next();
        if (next.isPresent()) {
            pass(next.get());
            return false;
        }
        if (!room.isAtRest(account.publisherId())) {
            return false;
        }
        if (phases.isEmpty()) {
            return true;
        }
        phases.poll().run();
        return false;
    }

    /** Jobs first, then people, then the time: what would happen by itself in the end happens only then. */
    private Optional<Waiting> next() {
        var waiting = room.waitingOf(account.publisherId());
        if (way.where() != null && !detourTaken && waits(waiting, way.where()) && waits(waiting, way.detour())) {
            detourTaken = true;
            return find(waiting, way.detour());
        }
        if (way == Way.UNHEARD && !detourTaken && waiting.stream().noneMatch(Trial::isJob)) {
            return find(waiting, "event_reminderDue");
        }
        return Stream.of(Boundary.Kind.JOB, Boundary.Kind.TASK, Boundary.Kind.TIMER)
                .flatMap(kind -> waiting.stream()
                        .filter(it -> it.boundary().kind() == kind)
                        .filter(it -> !it.isTimer() || it.boundary().isOnTheWay())
                        .filter(it -> isAnswerable(it))
                        .sorted(Comparator.comparing(Waiting::boundary)))
                .findFirst();
    }

    private static boolean isJob(Waiting waiting) {
        return waiting.boundary().kind() == Boundary.Kind.JOB;
    }

    private static Optional<Waiting> find(List<Waiting> waiting, String activity) {
        return waiting.stream()
                .filter(it -> it.boundary().activity().equals(activity))
                .findFirst();
    }

    private static boolean waits(List<Waiting> waiting, String activity) {
        return waiting.stream().anyMatch(it -> it.boundary().activity().equals(activity));
    }

    private boolean isAnswerable(Waiting waiting) {
        return waiting.boundary().kind() != Boundary.Kind.TASK
                || !inputsFor(waiting).isEmpty();
    }

    private void pass(Waiting waiting) {
        var isTarget = cell != null && !struck && waiting.boundary().equals(cell.boundary()) && isDue();
        var watch = new Watch(names(), isTarget ? cell.call() : null, isTarget ? cell.fault() : null, stage);
        stage.relay().add(watch);
        try {
            if (isTarget && cell.call() == null) {
                strike(waiting);
            } else {
                trigger(waiting);
                awaitDone(waiting);
            }
        } finally {
            stage.relay().remove(watch);
            struck = struck || watch.hasStruck();
            passages.add(new Passage(waiting.boundary(), List.copyOf(watch.seen())));
        }
    }

    /** A transaction that is passed more than once suffers where it has something to lose. */
    private boolean isDue() {
        var before = passages.stream()
                .filter(passage -> passage.boundary().equals(cell.boundary()))
                .count();
        return before >= cell.passage();
    }

    private void strike(Waiting waiting) {
        try {
            stopAndStrike(waiting);
        } catch (DataAccessException | SQLException cut) {
            if (cell.fault() != Fault.DATABASE_RESTART) {
                throw new IllegalStateException(cut);
            }
            // The restart that another cell had asked for came a moment before, and hit this one as well.
            struck = true;
            trigger(waiting);
        }
        awaitDone(waiting);
    }

    private void stopAndStrike(Waiting waiting) throws SQLException {
        try (var barrier = new Barrier(stage.database(), waiting.instance())) {
            var first = CompletableFuture.runAsync(() -> trigger(waiting));
            var stopped = barrier.awaitStopped();
            struck = true;
            switch (cell.fault()) {
                case KILL_BEFORE_COMMIT -> stage.kill(Victim.holding(stopped));
                case DATABASE_RESTART -> stage.restartDatabase();
                case DUPLICATE -> alongside(barrier, () -> again(waiting));
                case EARLY_MESSAGE -> alongside(barrier, this::message);
                default -> throw new IllegalStateException(cell.fault() + " is a fault of calls");
            }
            barrier.close();
            first.join();
        }
    }

    /** Lets something else begin while the first is under way; it may be through, or have to wait as well. */
    private static void alongside(Barrier barrier, Runnable other) {
        var begun = CompletableFuture.runAsync(other);
        Awaitility.await("something else begins")
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> begun.isDone() || barrier.stopped().size() > 1);
        barrier.close();
        begun.join();
    }

    private void trigger(Waiting waiting) {
        switch (waiting.boundary().kind()) {
            case JOB, TIMER -> patiently(() -> room.letGo(waiting));
            case TASK, MESSAGE -> {
                // Who loses a race comes back, unless there is nothing left to do.
                var reply = callers.insist(
                        personFor(waiting), callFor(waiting), answer -> answer.status() != 409 || room.isDone(waiting));
                // Done already: by the call before, whose answer was lost.
                note(reply, reply.isSuccess() || reply.status() == 404 || reply.status() == 409);
            }
        }
    }

    private String personFor(Waiting waiting) {
        return waiting.boundary().activity().equals("userTask_nameOwner") ? "operator" : account.owner();
    }

    private Function<Visitor, Reply> callFor(Waiting waiting) {
        return waiting.boundary().kind() == Boundary.Kind.TASK ? complete(waiting) : send(waiting);
    }

    private void again(Waiting waiting) {
        var isByHand = isJob(waiting) || waiting.isTimer();
        // One of both comes too late, which is no fault of the program.
        var reply = isByHand
                ? callers.once("admin", admin -> admin.post("/engine-rest/job/" + waiting.id() + "/execute", Map.of()))
                : callers.once(personFor(waiting), callFor(waiting));
        if (!isByHand) {
            note(reply, reply.status() < 500);
        }
    }

    private void message() {
        if (way.isMigration()) {
            var reply = callers.once("operator", operator -> operator.post(caseAt("/cancel"), null));
            note(reply, reply.status() < 500);
        } else {
            edit("late", "Developer");
            push("late", "ADD", List.of("Developer"));
        }
    }

    private void note(Reply reply) {
        note(reply, reply.isSuccess());
    }

    private void note(Reply reply, boolean isFine) {
        if (!isFine) {
            wrong.add("answered " + reply);
        }
    }

    private void awaitDone(Waiting waiting) {
        Awaitility.await(waiting.boundary() + " is done")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(30))
                .failFast("a job has failed for good", () -> room.hasFailed(waiting))
                .until(() -> room.isDone(waiting));
    }

    private Function<Visitor, Reply> complete(Waiting task) {
        var variables = inputsFor(task).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, input -> Map.of("value", input.getValue(), "type", "String")));
        return person -> person.post("/engine-rest/task/" + task.id() + "/complete", Map.of("variables", variables));
    }

    /** Empty while it cannot be known yet. */
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
            default -> Map.of();
        };
    }

    private Function<Visitor, Reply> send(Waiting message) {
        return switch (message.boundary().activity()) {
            case "event_cancelRequested" -> owner -> owner.post(caseAt("/cancel"), null);
            case "event_otherPartnerIdRequested" -> owner -> owner.post(caseAt("/other-partner-id"), null);
            // The program sends it to itself when an owner does what is asked.
            case "event_ownerActed" ->
                find(room.waitingOf(account.publisherId()), "userTask_provideWorkEmail")
                        .map(this::complete)
                        .orElseGet(() -> owner -> owner.get(caseAt("")));
            default -> throw new AssertionError("nobody sends " + message.boundary());
        };
    }

    private String caseAt(String action) {
        return "/api/migrations/" + account.publisherId() + action;
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
        note(callers.insist("operator", operator -> operator.post(caseAt("/verification"), null)));
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

    /** Both portals know a leaver; somebody joins, then the leaver leaves. */
    private List<Runnable> usersChange() {
        return List.of(
                () -> {
                    edit("leaver", "Developer");
                    admin(admin -> admin.put(
                            path("cpp", "leaver"),
                            Map.of("address", address("leaver"), "roles", List.of("CONTRIBUTOR"))));
                    callers.insist(
                            "operator",
                            operator -> operator.post(
                                    "/api/publishers/" + account.publisherId() + "/user-sync/reconcile", null));
                },
                () -> {
                    edit("joiner", "Developer");
                    push("joiner", "ADD", List.of("Developer"));
                },
                () -> {
                    admin(admin -> admin.delete(path("partner-center", "leaver")));
                    push("leaver", "REMOVE", List.of());
                });
    }

    private void edit(String user, String role) {
        admin(admin ->
                admin.put(path("partner-center", user), Map.of("address", address(user), "roles", List.of(role))));
    }

    private void admin(Function<Visitor, Reply> call) {
        call.apply(stage.sandbox().admin()).succeeded();
    }

    private String path(String portal, String user) {
        return "/sandbox/accounts/" + account.publisherId() + "/" + portal + "/users/" + user;
    }

    private String address(String user) {
        return user + account.owner().substring(account.owner().indexOf('@'));
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
        var reply = callers.insist(
                "service",
                service -> service.post("/api/publishers/" + account.publisherId() + "/user-changes", change));
        note(reply, reply.status() == 202);
    }

    /** What publisher, account, case and partner are called outside. */
    private List<Pattern> names() {
        var names = new ArrayList<Pattern>();
        names.add(Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(account.publisherId()) + "(?![0-9])"));
        var sheet = account.sheet();
        Stream.of(
                        sheet.path("acceptedPartnerId"),
                        sheet.path("cpp").path("mpnId"),
                        sheet.at("/partnerCenter/accountId"))
                .map(JsonNode::asText)
                .filter(id -> !id.isBlank() && !id.equals("null"))
                .distinct()
                .map(id -> Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(id) + "(?![0-9])"))
                .forEach(names::add);
        ids().stream().map(id -> Pattern.compile(Pattern.quote(id))).forEach(names::add);
        return names;
    }

    private List<String> ids() {
        return patiently(() -> room.idsOf(account.publisherId()));
    }

    /** Looks again where the database was away. */
    private <T> T patiently(Callable<T> look) {
        return Awaitility.await("the database is there")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(look, Objects::nonNull);
    }
}
