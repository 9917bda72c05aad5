package io.accountmigration.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.system.Account;
import java.sql.SQLException;
import java.time.Duration;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.dao.DataAccessException;

/** Walks one account along a way, step by step, and lets one fault happen, or none. */
final class Trial {

    /** A transaction that the way led through, and the calls that it made. */
    record Passage(Boundary boundary, List<String> calls) {}

    /** What a way leads through without any fault, what the audit trail then says, and how many mails of a kind come. */
    record Recording(List<Passage> passages, Set<String> trail, Map<String, Long> mails) {}

    static {
        // Who is killed in the middle of a conversation leaves others with an exception: nothing that a trial fails of.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Stage stage;
    private final EngineObserver observer;
    private final Way way;
    private final Cell cell;
    private final Recording recording;
    private final Account account;
    private final Duration patience;
    private final List<Passage> passages = new ArrayList<>();
    private final Participants participants;
    private final Deque<Runnable> phases;
    private Gathering gathering;
    private int detoursTaken;
    private boolean struck;

    /** Lets the fault of a cell happen. */
    Trial(Stage stage, Cell cell, Recording recording, Duration patience) {
        this(stage, cell.way(), cell, recording, patience);
    }

    private Trial(Stage stage, Way way, Cell cell, Recording recording, Duration patience) {
        this.stage = stage;
        this.observer = new EngineObserver(stage.database());
        this.way = way;
        this.cell = cell;
        this.recording = recording;
        this.patience = patience;
        this.account = stage.account(way.kind());
        this.participants = new Participants(stage, account);
        this.phases = new ArrayDeque<>(participants.stepsOf(way));
    }

    /** Walks without any fault. */
    static Recording record(Stage stage, Way way, Duration patience) {
        var trial = new Trial(stage, way, null, null, patience);
        trial.walk();
        var mails = new Inspection(stage).mails(trial.account.publisherId());
        var violations = trial.inspect(mails);
        if (!violations.isEmpty()) {
            throw new AssertionError(way + " without any fault: " + violations);
        }
        return new Recording(trial.passages, Set.copyOf(trial.trail()), mails);
    }

    /** Plays the cell together with others that suffer the same at the same moment. */
    Outcome sharing(Gathering others) {
        gathering = others;
        try {
            return play();
        } finally {
            gathering.leave();
        }
    }

    /** Plays the cell to its end; the trail must say what it said without the fault, and no mails more may come. */
    Outcome play() {
        var begin = System.nanoTime();
        try {
            walk();
            if (!struck) {
                participants.wrong().add(Outcome.NO_FAULT);
            }
        } catch (RuntimeException | AssertionError stuck) {
            participants
                    .wrong()
                    .add("stuck: "
                            + String.valueOf(stuck.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
        var violations = inspect(recording.mails());
        var end = patiently(() -> observer.stateOf(account.publisherId()).orElse("IN_STEP"));
        if (end.equals(way.end())) {
            var missing = new TreeSet<>(recording.trail());
            trail().forEach(missing::remove);
            if (!missing.isEmpty()) {
                violations.add("the trail lacks " + missing);
            }
        }
        var seconds = Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
        return new Outcome(cell.toString(), account.publisherId(), end, seconds, violations);
    }

    private List<String> trail() {
        return way.isMigration() ? patiently(() -> new Inspection(stage).trail(account.publisherId())) : List.of();
    }

    private List<String> inspect(Map<String, Long> mails) {
        participants.lookAtTheEnd(way);
        var found = new ArrayList<>(participants.wrong());
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
        try {
            Awaitility.await(way + " of " + account.publisherId() + " comes to its end")
                    .dontCatchUncaughtExceptions()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(40))
                    .until(this::step);
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(
                    way + " of " + account.publisherId() + " does not come to its end: it passed " + passages
                            + ", and then there was still " + observer.stillThere(account.publisherId()),
                    stuck);
        }
    }

    /** Does the next thing; answers whether there is nothing left. */
    private boolean step() {
        var next = next();
        if (next.isPresent()) {
            pass(next.get());
            participants.afterwards(next.get());
            return false;
        }
        if (!observer.isAtRest(account.publisherId())) {
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
        var waiting = observer.waitingOf(account.publisherId());
        var detour = detour(waiting);
        if (detour.isPresent()) {
            detoursTaken++;
            return detour;
        }
        var resumed = find(waiting, "event_resumeRequested");
        return Stream.of(Boundary.Kind.JOB, Boundary.Kind.TASK, Boundary.Kind.TIMER)
                .flatMap(kind -> waiting.stream()
                        .filter(it -> it.boundary().kind() == kind)
                        .filter(it -> !it.isTimer() || it.boundary().isOnTheWay())
                        .filter(participants::canAnswer)
                        .sorted(Comparator.comparing(Waiting::boundary)))
                .findFirst()
                .filter(it -> resumed.isEmpty() || it.isJob())
                .or(() -> resumed);
    }

    /** A detour follows another when what that began is done. */
    private Optional<Waiting> detour(List<Waiting> waiting) {
        var isNext = detoursTaken < way.detours().size()
                && find(waiting, way.where()).isPresent()
                && (detoursTaken == 0 || waiting.stream().noneMatch(Waiting::isJob));
        return isNext ? find(waiting, way.detours().get(detoursTaken)) : Optional.empty();
    }

    private static Optional<Waiting> find(List<Waiting> waiting, String activity) {
        return waiting.stream()
                .filter(it -> it.boundary().activity().equals(activity))
                .findFirst();
    }

    private void pass(Waiting waiting) {
        if (!waiting.isByItself()) {
            // Whether who acts has the portal asked would be left to the speed of the machine.
            patiently(() -> observer.letOwnersGrowOld(account.publisherId()));
        }
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

    /**
     * A transaction that is passed more than once suffers where it has something to lose. A call suffers wherever it is
     * first made: which of several nodes takes a job may decide on how often the boundary is passed before.
     */
    private boolean isDue() {
        if (cell.call() != null) {
            return true;
        }
        var before = passages.stream()
                .filter(passage -> passage.boundary().equals(cell.boundary()))
                .count();
        return before >= cell.passage();
    }

    private void strike(Waiting waiting) {
        try {
            stopAndStrike(waiting);
        } catch (SQLException cut) {
            throw new IllegalStateException(cut);
        }
        awaitDone(waiting);
    }

    private void stopAndStrike(Waiting waiting) throws SQLException {
        if (cell.fault().restarts()) {
            gathering.meet();
        }
        try (var barrier = new Barrier(stage.database(), waiting.instance())) {
            var first = CompletableFuture.runAsync(() -> trigger(waiting));
            var stopped = barrier.awaitStopped(patience);
            struck = true;
            switch (cell.fault()) {
                case KILL_BEFORE_COMMIT -> stage.kill(Victim.holding(stopped));
                case DATABASE_RESTART -> gathering.meet();
                case DUPLICATE -> alongside(barrier, () -> again(waiting));
                case EARLY_MESSAGE ->
                    alongside(
                            barrier,
                            () -> participants.interfere(way, waiting.boundary().process()));
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
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> begun.isDone() || barrier.stopped().size() > 1);
        barrier.close();
        begun.join();
    }

    private void trigger(Waiting waiting) {
        if (waiting.isByItself()) {
            patiently(() -> observer.letGo(waiting));
        } else {
            participants.answer(waiting, observer::isDone);
        }
    }

    private void again(Waiting waiting) {
        if (waiting.isByItself()) {
            participants.executeOnce(waiting);
        } else {
            participants.answerOnce(waiting);
        }
    }

    private void awaitDone(Waiting waiting) {
        Awaitility.await(waiting.boundary() + " is done")
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(30))
                .failFast("a job has failed for good", () -> observer.hasFailed(waiting))
                .until(() -> observer.isDone(waiting));
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
        return patiently(() -> observer.idsOf(account.publisherId()));
    }

    /** Looks again where the database was away. */
    private <T> T patiently(Callable<T> look) {
        return Awaitility.await("the database is there")
                .dontCatchUncaughtExceptions()
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(look, Objects::nonNull);
    }
}
