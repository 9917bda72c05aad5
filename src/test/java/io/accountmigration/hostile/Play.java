package io.accountmigration.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.system.NewPublishers.NewPublisher;
import io.accountmigration.system.Program;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Sandbox;
import io.accountmigration.system.Task;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One world as it is played, from its facts to the rest at its end. */
class Play {

    private static final Set<String> OVER = Set.of("MIGRATED", "CANCELLED", "EXPIRED", "REVERTED");
    private static final Duration MORE_THAN_ANY_LAG = Duration.ofMinutes(65);
    private static final Duration ALMOST_TOO_FAR_AHEAD = Duration.ofSeconds(280);
    private static final int ROUNDS = 4;

    private final World world;
    private final Staff staff;
    private final Program program;
    private final Sandbox sandbox;
    private final Promises promises = new Promises();
    private final String publisherId;
    private final PartnerNetworkFacts partnerNetwork;
    private final Colleagues colleagues;
    private final PortalEdits portalEdits;
    private Sides sides;
    /** Both portals as the old one was switched. */
    private Sides switched;

    private String state = "";
    private boolean rejected;
    private int pushes;

    private Play(World world, Staff staff, Program program) {
        this.world = world;
        this.staff = staff;
        this.program = program;
        this.sandbox = new Sandbox(program.as("admin"));
        this.publisherId = "world-" + Long.toHexString(world.seed());
        var domain = publisherId + ".example";
        this.partnerNetwork = PartnerNetworkFacts.of(world, domain);
        this.colleagues = new Colleagues(world, publisherId, domain, partnerNetwork.subsidiary());
        this.portalEdits = new PortalEdits(staff, program, colleagues, publisherId, partnerNetwork);
    }

    /** How a world ended, and what was not as it has to be. */
    record Ending(String migration, String userSync, List<String> violations, List<String> trail) {}

    static Ending of(World world, Staff staff, Program program) {
        var play = new Play(world, staff, program);
        staff.beginDay();
        program.as("admin").post("/sandbox/reset", null).succeeded();
        staff.forgetPeople();
        play.begin();
        world.events().forEach(play::happen);
        play.comeToRest();
        return new Ending(
                play.migrationView().map(view -> view.path("state").asText()).orElse("no migration"),
                play.sync().map(sync -> sync.path("state").asText()).orElse("no user sync"),
                play.promises.violations(),
                staff.wire().trail());
    }

    private void begin() {
        sandbox.create(new NewPublisher(publisherId, partnerNetwork.sheet(publisherId, colleagues.entries())));
        colleagues.groups().ifPresent(sandbox::create);
        program.as("admin").put("/sandbox/behaviour", behaviour()).succeeded();
        staff.wire().begin(world.seed());
        world.facts(Fact.ListForm.class).forEach(staff.wire()::lists);
        world.facts(Fact.FeedForm.class).filter(Fact.FeedForm::small).forEach(form -> staff.wire()
                .smallPages());
        sides = Sides.of(sheet());
        switched = sides;
        promises.peopleDid(sides);
    }

    private Map<String, Object> behaviour() {
        var behaviour = new HashMap<String, Object>();
        for (var fact : world.facts()) {
            if (fact instanceof Fact.LateLists late) {
                behaviour.put("listsLag", late.lag().toString());
            } else if (fact instanceof Fact.UniqueAddresses unique) {
                behaviour.put("uniqueAddresses", unique.among());
            } else if (fact instanceof Fact.FeedForm form) {
                behaviour.put("feedPages", form.pages());
                behaviour.put("feedDates", form.dates());
            }
        }
        return behaviour;
    }

    private AccountSheet sheet() {
        return staff.sheet(publisherId);
    }

    private void happen(Event event) {
        staff.wire().note(event.sentence());
        switch (event.kind()) {
            case START -> start(event.who());
            case ANSWER -> answer(Optional.empty());
            case ANSWER_WITH_ADDRESS_OF -> answer(colleagues.addressOf(event.who()));
            case ANSWER_WITH_NEW_ADDRESS ->
                answer(Optional.of("office" + event.number() + "@" + partnerNetwork.domain()));
            case TAKE_OVER ->
                colleagues.addressOf(event.who()).ifPresent(owner -> program.as(Sides.lower(owner))
                        .post(migration() + "/take-over", null));
            case CANCEL -> program.as("operator").post(migration() + "/cancel", null);
            case JOB -> {
                staff.engine().runJob();
                look();
            }
            case JOBS -> staff.engine().runJobs(this::look);
            case CRASH -> {
                staff.engine().runAndForget(staff.engine()::runJob);
                lookOutside();
            }
            case RESTORE -> {
                staff.engine().runAndForget(() -> staff.engine().runMigrationJobs(this::lookOutside));
                lookOutside();
                staff.adopt(publisherId);
            }
            case WAIT -> staff.advance(Duration.ofMinutes(event.number()));
            case WAIT_LONG -> staff.advance(Duration.ofHours(event.number()));
            case ADOPT -> staff.adopt(publisherId);
            case REPEATED_WRITE -> staff.wire().repeat(event.number() % 4);
            case LATE_WRITE -> staff.wire().holdBack(event.number() % 4, event.number() % 3);
            case EDIT_BETWEEN_CALLS ->
                staff.wire().edit(event.number() % 7, () -> {
                    lookOutside();
                    peopleEdit(event.between());
                });
            case FAULT ->
                sandbox.admin()
                        .post("/sandbox/faults", Trouble.of(event.number()).order(publisherId))
                        .succeeded();
            case NO_MORE_FAULTS -> sandbox.removeFaults();
            case POLL -> staff.pollUserChanges().poll(publisherId);
            case WAKE -> staff.wakeUserSync(publisherId);
            case PUSH -> push(event);
            case PUSH_TWICE -> {
                push(event);
                pushes--;
                push(event);
            }
            case RECONCILE -> operate("reconcile");
            case LOOK_UP -> lookUp(event.who());
            case APPROVE -> {
                if (operate("removals/approve").isSuccess()) {
                    promises.operatorApproved();
                }
            }
            case REJECT -> rejected |= operate("removals/reject").isSuccess();
            case RETRY -> staff.engine().retryFailed();
            default -> peopleEdit(event);
        }
    }

    private void peopleEdit(Event event) {
        if (event.kind() == Event.Kind.LOSE_ACTIVATION && !OVER.contains(state)) {
            // Nobody can tell a case that is about to end from one that has ended.
            return;
        }
        var before = sides;
        portalEdits.edit(event, sides);
        sides = Sides.of(sheet());
        promises.peopleDid(before, sides);
    }

    private void start(String who) {
        var request = Map.of("publisherId", publisherId, "requestedBy", ownerAmongOthers(who));
        var reply = program.as("operator").post("/api/migrations", request);
        note(reply);
        if (reply.isSuccess()) {
            state = "";
        }
    }

    /** The address of this owner, or of another one where this is none. */
    private String ownerAmongOthers(String name) {
        var owners = sheet().owners();
        return colleagues
                .addressOf(name)
                .filter(address -> owners.stream().anyMatch(address::equalsIgnoreCase))
                .or(() -> owners.stream().findFirst())
                .orElse(colleagues.workAddress(name));
    }

    private String migration() {
        return "/api/migrations/" + publisherId;
    }

    private Reply operate(String what) {
        return program.as("operator")
                .post("/api/publishers/" + publisherId + "/user-sync/" + what, Map.of("reason", "the story says so"));
    }

    private void lookUp(String who) {
        if (sync().isPresent()) {
            staff.requestReconciliation().ofUser(publisherId, colleagues.workAddress(who));
        }
    }

    /** The owner whom the task is for does it: rightly, or with a given address. */
    private void answer(Optional<String> wrong) {
        staff.engine()
                .task(publisherId)
                .filter(task -> task.getAssignee() != null)
                .ifPresent(open -> {
                    var owner = open.getAssignee();
                    var task = new Task(program.as(owner), open.getId(), open.getTaskDefinitionKey());
                    switch (open.getTaskDefinitionKey()) {
                        case Task.PROVIDE_WORK_EMAIL -> {
                            var address = wrong.orElseGet(() -> rightAddress(owner));
                            if (!sides.addresses().contains(Sides.lower(address))) {
                                promises.ownerTook(address);
                            }
                            note(task.complete("workEmail", address));
                        }
                        case Task.ENROL -> note(task.complete("partnerId", partnerNetwork.acceptedPartnerId()));
                        default ->
                            Stream.concat(
                                            wrong.stream(),
                                            Stream.of(rightAddress(owner), "office@" + partnerNetwork.domain()))
                                    .flatMap(address -> sandbox.codeFor(address).stream())
                                    .findFirst()
                                    .ifPresentOrElse(
                                            code -> note(task.complete("confirmationCode", code)),
                                            () -> note(task.complete("nextStep", "OTHER_ADDRESS")));
                    }
                });
    }

    private void note(Reply reply) {
        staff.wire().note(reply.status() + " " + reply.text());
    }

    private String rightAddress(String owner) {
        return owner.endsWith("@" + partnerNetwork.domain()) ? owner : "office@" + partnerNetwork.domain();
    }

    /** Some clocks are ahead. */
    private void push(Event event) {
        var who = event.who();
        var ahead = event.number() % 3 == 0 ? ALMOST_TOO_FAR_AHEAD : Duration.ZERO;
        var user = portalEdits.partnerCenterUser(who);
        pushes++;
        var change = new HashMap<String, Object>();
        change.put("changeId", "push-" + pushes);
        change.put("occurredAt", staff.clock().instant().plus(ahead).toString());
        change.put("userId", user.map(AccountSheet.PartnerCenterPerson::userId).orElse(who));
        change.put(
                "userPrincipalName",
                user.map(AccountSheet.PartnerCenterPerson::userPrincipalName).orElse(colleagues.workAddress(who)));
        change.put("operation", user.isPresent() ? "CHANGE_ROLE" : "REMOVE");
        change.put("roles", user.map(AccountSheet.PartnerCenterPerson::roles).orElse(List.of()));
        program.as("service").post("/api/publishers/" + publisherId + "/user-changes", change);
    }

    /** Looks at what the program did since somebody looked last. */
    private void lookOutside() {
        var now = Sides.of(sheet());
        promises.programDid(sides, now, staff.clock().instant());
        if (!sides.isMoved()) {
            switched = now;
        }
        sides = now;
        staff.wire().note(now.toString());
    }

    private void look() {
        if (staff.wire().hasWritten()) {
            lookOutside();
        }
        if (!OVER.contains(state) && !staff.isUnderWay(publisherId)) {
            migrationView().ifPresent(this::lookAtCase);
        }
    }

    private void lookAtCase(JsonNode view) {
        lookOutside();
        state = view.path("state").asText();
        if (OVER.contains(state)) {
            requireEnd(view);
        }
    }

    private Optional<JsonNode> migrationView() {
        var reply = program.as("operator").get(migration());
        return reply.isSuccess() ? Optional.of(reply.json()) : Optional.empty();
    }

    private Optional<JsonNode> sync() {
        var reply = program.as("operator").get("/api/publishers/" + publisherId + "/user-sync");
        return reply.isSuccess() ? Optional.of(reply.json()) : Optional.empty();
    }

    /** What must be true at the moment that a case is over. */
    private void requireEnd(JsonNode view) {
        if (!state.equals("MIGRATED")) {
            if (sides.account().isPresent()) {
                promises.broken("the case ended as " + state + " and left an account behind: " + sides.account());
            }
            if (!sides.portalStatus().name().equals("ACTIVE")) {
                promises.broken("the case ended as " + state + " and left the portal " + sides.portalStatus());
            }
            return;
        }
        if (!sides.isMoved() || !sides.isActive()) {
            promises.broken("the case ended as MIGRATED: " + sides.portalStatus() + ", account " + sides.account());
        }
        if (!promises.hasOwnerArrived()) {
            promises.broken("the account moved without any owner");
        }
        promises.moved(sides);
        requireEverybodyMovedOrListed(view);
    }

    private void requireEverybodyMovedOrListed(JsonNode view) {
        var listed = new TreeMap<String, String>();
        view.path("usersLeftBehind")
                .forEach(left -> listed.put(
                        left.path("userId").asText(), left.path("code").asText()));
        promises.listedAsLeftBehind(listed.keySet());
        var arrived = new TreeSet<String>();
        sides.partnerCenter().values().forEach(person -> arrived.add(person.address()));
        switched.portal().forEach((userId, person) -> {
            // Who came later is no matter of the move; who has left since was there.
            if (sides.portal().containsKey(userId)
                    && !listed.containsKey(userId)
                    && !promises.hasArrived(person.address())) {
                promises.broken(person.address() + " was neither moved nor listed as left behind");
            }
        });
        var reasons = new LeftBehindCheck(world, sheet().cpp().users(), partnerNetwork.domains(), arrived);
        listed.forEach((userId, code) -> {
            if (!reasons.isTrue(code, userId)) {
                promises.broken(userId + " is listed as left behind, which is not true: " + code);
            }
        });
        requireTrueReport();
    }

    private void requireTrueReport() {
        program.as("operator")
                .get(migration() + "/verification")
                .succeeded()
                .json()
                .path("items")
                .forEach(item -> {
                    var isMovedUser = item.path("kind").asText().equals("USER")
                            && item.path("result").asText().equals("MOVED")
                            && item.path("code").isNull();
                    var isRemoved = item.path("code").asText().equals("USER_REMOVED");
                    if (isRemoved
                            && switched.portalAddresses()
                                    .contains(Sides.lower(item.path("name").asText()))) {
                        promises.broken(
                                "the report says that " + item.path("name").asText()
                                        + " was removed, whose address an entry had that was moved");
                    }
                    if (isMovedUser && !promises.hasArrived(item.path("name").asText())) {
                        promises.broken("the report says that "
                                + item.path("name").asText() + " has moved, who never was in Partner Center");
                    }
                });
    }

    /** Troubles end, people answer, time passes; then everything must be as the program says. */
    private void comeToRest() {
        sandbox.removeFaults();
        staff.wire().end();
        for (var round = 0; round < ROUNDS && !(round > 0 && rests()); round++) {
            staff.engine().retryFailed();
            staff.engine().runJobs(this::look);
            answer(Optional.empty());
            staff.engine().runJobs(this::look);
            staff.adopt(publisherId);
            staff.pollUserChanges().poll(publisherId);
            staff.wakeUserSync(publisherId);
            staff.engine().runJobs(this::look);
            staff.advance(MORE_THAN_ANY_LAG);
            staff.refreshOwnersOfWaitingCases().refresh();
        }
        operate("reconcile");
        staff.engine().runJobs(this::look);
        for (var round = 0; round == 0 || round < ROUNDS && isWorking(); round++) {
            staff.advance(MORE_THAN_ANY_LAG);
            staff.wakeUserSync(publisherId);
            staff.engine().runJobs(this::look);
        }
        lookOutside();
        migrationView().ifPresent(this::requireSomebodyNamed);
        sync().ifPresent(this::requireTruth);
    }

    private boolean rests() {
        return OVER.contains(state)
                && sync().filter(found -> !isState("IN_STEP", found)).isEmpty();
    }

    private boolean isWorking() {
        return sync().filter(found -> isState("WORKING", found)).isPresent();
    }

    private static boolean isState(String wanted, JsonNode sync) {
        return sync.path("state").asText().equals(wanted);
    }

    private void requireSomebodyNamed(JsonNode view) {
        if (OVER.contains(view.path("state").asText())) {
            requireMoveSaid(view);
            return;
        }
        if (sides.isMoved() && sides.isActive()) {
            promises.broken("the account has moved, and its case rests at "
                    + view.path("step").asText());
        }
        var isAtWork =
                Set.of("VALIDATING", "MOVING").contains(view.path("state").asText());
        if (isAtWork && view.path("problem").isNull()) {
            promises.broken("the case rests at " + view.path("step").asText() + ", and nobody is told why: " + view);
        }
        var actors = StreamSupport.stream(view.path("actors").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (actors.isEmpty() || actors.equals(List.of("program"))) {
            promises.broken("the case rests at " + view.path("step").asText() + " and names nobody: " + actors);
        }
    }

    /** An account may have moved without the newest case that the database knows. */
    private void requireMoveSaid(JsonNode view) {
        var isSaid = view.path("state").asText().equals("MIGRATED")
                || view.path("problem").path("code").asText().equals("ALREADY_MIGRATED");
        if (sides.isMoved() && sides.isActive() && !isSaid) {
            promises.broken("the account has moved, and its newest case says " + view.path("state") + ", "
                    + view.path("problem"));
        }
    }

    private void requireTruth(JsonNode sync) {
        var said = sync.path("state").asText();
        if (!sides.isActive() != said.equals("ACCOUNT_NOT_ACTIVE")) {
            promises.broken("the account is " + sides.account() + " and the user sync says " + said);
        }
        // An account without anybody is not believed, and read again until it is quarantined.
        var isReadAgain = said.equals("WORKING") && sides.partnerCenter().isEmpty();
        if (said.equals("WORKING") && !isReadAgain || said.equals("STUCK")) {
            promises.broken("the user sync rests and says " + said + ": " + sync);
        }
        if (said.equals("USERS_FAILING") && !sides.cannotAgree()) {
            promises.broken("users fail for ever: " + sync);
        }
        sync.path("stagedRemovals").forEach(removal -> {
            // The entry that stood in for a twin is gone, or has less; who was in Partner Center since is no stranger.
            if (!removal.path("reason").asText().equals("TWIN_REMAINS")
                    && !removal.path("source").asText().equals("FEED")
                    && !promises.hasArrived(removal.path("userPrincipalName").asText())
                    && promises.isLeftBehind(removal.path("userId").asText())) {
                promises.broken("the removal of somebody listed as left behind waits for an operator: " + removal);
            }
        });
        if (said.equals("IN_STEP") && !rejected) {
            var listed = new TreeSet<String>();
            sync.path("unmapped")
                    .forEach(drift -> listed.add(drift.path("portalUserId").asText()));
            var portal = sides.portalLines(listed);
            if (!portal.equals(sides.partnerCenterLines())) {
                promises.broken("the user sync says that both are in step: in Cloud Partner Portal " + portal
                        + ", in Partner Center " + sides.partnerCenterLines() + "; it says " + sync);
            }
            if (!sync.path("parity").path("equal").asBoolean()) {
                promises.broken("the user sync is in step, and its parity says that it is not");
            }
        }
    }
}
