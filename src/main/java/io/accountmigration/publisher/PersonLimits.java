package io.accountmigration.publisher;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts mails and disclosed names for each person, and enforces the limits. Each count locks a row of the
 * database until the transaction ends, so the count is exact with several threads and nodes. A person is kept as a hash.
 */
@Component
public class PersonLimits {

    /** What is counted. Rows are held in this order, so that nobody waits in a circle. */
    public enum Kind {
        TENANT_NAME,
        CODE_TRY,
        CODE_BY,
        CODE_TO,
        MAIL
    }

    /** So many of a kind for one subject, within a rolling period. */
    public record Limit(Kind kind, String subject, int atMost, Duration per) {

        private UUID id() {
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }

        private int row() {
            return kind.ordinal() * ROWS_PER_KIND + Math.floorMod(id().hashCode(), ROWS_PER_KIND);
        }
    }

    private static final int ROWS_PER_KIND = 64;

    private static final String HOLD = "select id from person_use_lock where id in (%s) order by id for update";
    private static final String USED = "select used_at from person_use where kind = ? and subject = ? and used_at > ?"
            + " order by used_at desc limit ?";
    private static final String USE =
            "insert into person_use (id, kind, subject, used_at, counts_until) values (?, ?, ?, ?, ?)";
    private static final String FORGET = "delete from person_use where counts_until <= ?";

    private final JdbcTemplate database;
    private final Clock clock;

    PersonLimits(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets others wait who count for the same people. A transaction that takes for several people holds all first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(Collection<Limit> limits) {
        var rows = limits.stream().map(Limit::row).distinct().toArray();
        if (rows.length > 0) {
            database.queryForList(HOLD.formatted(String.join(",", Collections.nCopies(rows.length, "?"))), rows);
        }
    }

    /**
     * Uses each of these limits once, or none of them.
     *
     * @return nothing where that is allowed; else from when on it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> take(List<Limit> limits) {
        hold(limits);
        var fullUntil =
                limits.stream().flatMap(limit -> fullUntil(limit).stream()).max(Instant::compareTo);
        if (fullUntil.isEmpty()) {
            limits.forEach(this::use);
        }
        return fullUntil;
    }

    /** From when on one more is allowed, where it is not now. */
    public Optional<Instant> fullUntil(Limit limit) {
        var used = database.query(
                USED,
                (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                limit.kind().name(),
                limit.id().toString(),
                time(clock.instant().minus(limit.per())),
                limit.atMost());
        return used.size() < limit.atMost()
                ? Optional.empty()
                : Optional.of(used.get(limit.atMost() - 1).plus(limit.per()));
    }

    /** Uses this limit once, also where it is full. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Limit limit) {
        var now = clock.instant();
        database.update(
                USE,
                UUID.randomUUID(),
                limit.kind().name(),
                limit.id().toString(),
                time(now),
                time(now.plus(limit.per())));
    }

    /** Deletes entries that are too old to count. */
    @Transactional
    public void forgetOld() {
        database.update(FORGET, time(clock.instant()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
