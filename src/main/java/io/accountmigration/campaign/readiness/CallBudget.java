package io.accountmigration.campaign.readiness;

import io.accountmigration.campaign.readiness.ReadinessSettings.Rate;
import io.accountmigration.publisher.OutsideCallCounter;
import io.accountmigration.publisher.OutsideCallCounter.Allowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shares what the outside systems' rates allow among everything that looks at accounts, on all nodes. Calls are leased
 * in one transaction, made after its commit, and settled in the next: until then they count as made at the last moment
 * possible, so that a crash costs calls and never makes one too many. Calls of live work are counted and go first.
 */
@Component
public class CallBudget {

    /** How soon the work that a lease is for has to begin. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /** More than a call may take. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private static final String HOLD = "select not_before from outside_rate order by system for update";
    private static final String SPENT =
            "select coalesce(sum(calls), 0) from outside_call where system = ? and counted_at > ?";
    private static final String SPENT_IN_ORDER =
            "select counted_at, calls from outside_call where system = ? and counted_at > ? order by counted_at";
    private static final String NOTE = "insert into outside_call (id, system, calls, counted_at) values (?, ?, ?, ?)";
    private static final String SETTLE = "update outside_call set calls = ?, counted_at = ? where id = ?";
    private static final String PUT_BACK = "update outside_call set counted_at = ? where counted_at > ?";
    private static final String FORGET = "delete from outside_call where counted_at < ?";
    private static final String LEAVE_ALONE =
            "update outside_rate set not_before = ? where not_before is null or not_before < ?";

    private final JdbcTemplate database;
    private final OutsideCallCounter outsideCallCounter;
    private final ReadinessSettings settings;
    private final Map<String, Rate> rates = new TreeMap<>();
    private final Clock clock;

    CallBudget(JdbcTemplate database, OutsideCallCounter outsideCallCounter, ReadinessSettings settings, Clock clock) {
        this.database = database;
        this.outsideCallCounter = outsideCallCounter;
        this.settings = settings;
        this.clock = clock;
        settings.rates().forEach((system, rate) -> {
            if (rate.isLimited()) {
                rates.put(system, rate);
            }
        });
    }

    /** What came of asking for calls. */
    sealed interface Answer {

        /** They may be made. */
        record Granted(Lease lease) implements Answer {}

        /** Not before this time. */
        record Later(Instant at) implements Answer {}
    }

    /** Calls that may be made, soon or not at all. */
    record Lease(Map<String, UUID> rows, Map<String, Integer> calls, Instant goodUntil) {}

    /**
     * Asks for calls, by system; of more than a rate allows at all, as many as it allows are granted. They may be made
     * once the transaction has committed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer take(Map<String, Integer> wanted) {
        var now = clock.instant();
        var notBefore = database.query(HOLD, (row, number) -> row.getObject(1, OffsetDateTime.class)).stream()
                .filter(time -> time != null && time.toInstant().isAfter(now))
                .map(OffsetDateTime::toInstant)
                .max(Instant::compareTo);
        if (notBefore.isPresent()) {
            return new Answer.Later(notBefore.get());
        }
        var calls = new LinkedHashMap<String, Integer>();
        for (var rate : rates.entrySet()) {
            calls.put(
                    rate.getKey(),
                    Math.min(
                            wanted.getOrDefault(rate.getKey(), 0),
                            rate.getValue().calls()));
        }
        noteLiveCalls(now);
        var free = calls.entrySet().stream()
                .filter(call -> call.getValue() > 0)
                .map(call -> freeAt(call.getKey(), call.getValue(), now))
                .max(Instant::compareTo)
                .orElse(now);
        return free.isAfter(now) ? new Answer.Later(free) : new Answer.Granted(grant(calls, now));
    }

    /** The calls of a lease are over: so many were made, and the last of them just now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Lease lease, Allowance used) {
        var now = time(clock.instant());
        var rows = new ArrayList<Object[]>();
        lease.rows().forEach((system, id) -> rows.add(new Object[] {used.takenFor(system), now, id}));
        if (!rows.isEmpty()) {
            database.batchUpdate(SETTLE, rows);
        }
    }

    /** An outside system asked to be left alone for a while: all reports wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveAlone(Duration wait) {
        var until = time(clock.instant().plus(wait));
        database.update(LEAVE_ALONE, until, until);
    }

    /** Writes down the calls that live work has made meanwhile; those of systems without a rate need not be known. */
    @Transactional
    public void noteLiveCalls() {
        noteLiveCalls(clock.instant());
    }

    /** Deletes calls that are too old to count. */
    @Transactional
    public void forgetOldCalls() {
        rates.values().stream()
                .map(Rate::per)
                .max(Duration::compareTo)
                .ifPresent(
                        longest -> database.update(FORGET, time(clock.instant().minus(longest))));
    }

    private void noteLiveCalls(Instant now) {
        var rows = new ArrayList<Object[]>();
        for (var system : rates.keySet()) {
            var calls = outsideCallCounter.liveCallsTo(system);
            if (calls > 0) {
                rows.add(new Object[] {UUID.randomUUID(), system, calls, time(now)});
            }
        }
        if (!rows.isEmpty()) {
            database.batchUpdate(NOTE, rows);
        }
    }

    private Lease grant(Map<String, Integer> calls, Instant now) {
        var goodUntil = now.plus(GOOD_FOR);
        var countedAt = time(lastMoment(now));
        var rows = new LinkedHashMap<String, UUID>();
        var notes = new ArrayList<Object[]>();
        calls.forEach((system, count) -> {
            if (count > 0) {
                var id = UUID.randomUUID();
                rows.put(system, id);
                notes.add(new Object[] {id, system, count, countedAt});
            }
        });
        if (!notes.isEmpty()) {
            database.batchUpdate(NOTE, notes);
        }
        return new Lease(rows, calls, goodUntil);
    }

    /** When so many calls will be free, which may be now. */
    private Instant freeAt(String system, int wanted, Instant now) {
        var rate = rates.get(system);
        var since = time(now.minus(rate.per()));
        var spent = database.queryForObject(SPENT, Long.class, system, since);
        var missing = wanted - (rate.calls() - spent);
        if (missing <= 0) {
            return now;
        }
        // Calls dated later than any can be were written before the clock was put back.
        var latest = time(lastMoment(now));
        database.update(PUT_BACK, latest, latest);
        for (var call : inOrder(system, since)) {
            missing -= call.count();
            if (missing <= 0) {
                // A job's time has no more than milliseconds.
                return call.at().plus(rate.per()).plusMillis(1);
            }
        }
        throw new IllegalStateException("more calls to " + system + " are asked for than its rate allows");
    }

    private record Spent(Instant at, int count) {}

    private List<Spent> inOrder(String system, OffsetDateTime since) {
        return database.query(
                SPENT_IN_ORDER,
                (row, number) ->
                        new Spent(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2)),
                system,
                since);
    }

    private Instant lastMoment(Instant now) {
        return now.plus(GOOD_FOR).plus(settings.patience()).plus(LONGEST_CALL);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
