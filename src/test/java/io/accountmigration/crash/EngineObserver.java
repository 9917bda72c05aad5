package io.accountmigration.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sees in the database what waits, and lets it continue. All job definitions are suspended, so that each job of each case
 * waits here until it is let go; then the nodes' own executors find it.
 */
final class EngineObserver {

    private static final String INSTANCES = """
            select id_ from act_ru_execution
            where parent_id_ is null and (lower(business_key_) = ?
                or business_key_ in (
                    select cast(id as varchar) from mail where subject || ' ' like '% ' || ? || ' %'
                    union all select cast(campaign_id as varchar) from campaign_account where publisher_id = ?
                    union all select cast(report_id as varchar) from readiness_result where publisher_id = ?))""";

    /** What the user sync does by itself, a while later. */
    private static final String OWED = """
            select (select count(*) from user_change where publisher_key = ? and state = 'PENDING')
                + (select count(*) from user_sync
                    where publisher_key = ? and (reconcile_reason is not null or failures > 0
                        or reconcile_again_at < now() + interval '1 minute'))""";

    private final Database database;
    private final Map<String, Boundary> boundaries =
            Boundary.all().stream().collect(Collectors.toMap(Boundary::toString, boundary -> boundary));

    EngineObserver(Database database) {
        this.database = database;
    }

    private JdbcTemplate look() {
        return database.look();
    }

    /** From now on no job begins before it is let go. */
    void holdEverythingBack() {
        look().update("update act_ru_jobdef set suspension_state_ = 2");
    }

    /** What waits for the test to continue it; nothing while the database is away. */
    List<Waiting> waitingOf(String publisherId) {
        try {
            var waiting = new ArrayList<Waiting>();
            var key = publisherId.toLowerCase(Locale.ROOT);
            waiting.addAll(look().query(
                            "select d.proc_def_key_, d.act_id_, j.id_, j.process_instance_id_ from act_ru_job j"
                                    + " join act_ru_jobdef d on d.id_ = j.job_def_id_"
                                    // The next round of a timer is not held back, and far away.
                                    + " where (j.suspension_state_ = 2 or j.duedate_ > now() + interval '1 hour')"
                                    + " and j.process_instance_id_ in (" + INSTANCES
                                    + ") order by d.proc_def_key_, d.act_id_",
                            (row, number) ->
                                    waiting(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                            key,
                            publisherId,
                            publisherId,
                            publisherId));
            waiting.addAll(look().query(
                            "select substring(t.proc_def_id_ from '^[^:]+'), t.task_def_key_, t.id_, t.proc_inst_id_"
                                    + " from act_ru_task t where t.proc_inst_id_ in (" + INSTANCES + ")",
                            (row, number) ->
                                    waiting(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                            key,
                            publisherId,
                            publisherId,
                            publisherId));
            waiting.addAll(look().query(
                            "select substring(e.proc_def_id_ from '^[^:]+'), s.activity_id_, s.id_, s.proc_inst_id_"
                                    + " from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.execution_id_"
                                    + " where s.proc_inst_id_ in (" + INSTANCES + ")",
                            (row, number) ->
                                    waiting(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                            key,
                            publisherId,
                            publisherId,
                            publisherId));
            return waiting;
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    private Waiting waiting(String process, String activity, String id, String instance) {
        return new Waiting(boundaries.get(process + " " + activity), id, instance);
    }

    /** Lets a job begin, or a timer end now; answers how many there were. */
    int letGo(Waiting job) {
        return look().update(
                        "update act_ru_job set suspension_state_ = 1, duedate_ = "
                                + (job.isTimer() ? "now() - interval '1 second'" : "duedate_") + " where id_ = ?",
                        job.id());
    }

    /** The list of owners that a case keeps is now too old for who acts; answers how many cases there were. */
    int letOwnersGrowOld(String publisherId) {
        return look().update(
                        "update migration set owners_read_at = now() - interval '10 minutes' where publisher_key = ?",
                        publisherId.toLowerCase(Locale.ROOT));
    }

    /** Whether it is over: the job is gone, the task is done. */
    boolean isDone(Waiting waiting) {
        try {
            return look().queryForObject(
                                    "select (select count(*) from act_ru_job where id_ = ?)"
                                            + " + (select count(*) from act_ru_task where id_ = ?)"
                                            + " + (select count(*) from act_ru_event_subscr where id_ = ?)",
                                    Long.class,
                                    waiting.id(),
                                    waiting.id(),
                                    waiting.id())
                    == 0;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Whether somebody has to look after it, since all tries have failed. */
    boolean hasFailed(Waiting waiting) {
        try {
            return !look().queryForList("select id_ from act_ru_job where id_ = ? and retries_ = 0", waiting.id())
                    .isEmpty();
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Whether anything at all is under way or waits for a publisher. */
    boolean isAtRest(String publisherId) {
        try {
            var key = publisherId.toLowerCase(Locale.ROOT);
            return look().queryForList(INSTANCES, key, publisherId, publisherId, publisherId)
                            .isEmpty()
                    && look().queryForObject(OWED, Long.class, key, key) == 0;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** What keeps a publisher from being at rest, for who reads why a trial has failed. */
    List<String> stillThere(String publisherId) {
        var key = publisherId.toLowerCase(Locale.ROOT);
        return look().queryForList(
                        "select e.proc_def_id_ || ' at ' || coalesce(e.act_id_, '?') || coalesce(': ' || j.exception_msg_, '')"
                                + " from act_ru_execution e left join act_ru_job j on j.process_instance_id_ = e.proc_inst_id_"
                                + " where e.proc_inst_id_ in (" + INSTANCES + ")"
                                + " union all select 'change of a user: ' || state from user_change where publisher_key = ?"
                                + " union all select 'user sync: ' || coalesce(reconcile_reason, '-') || ', failures '"
                                + " || failures || ', again at ' || coalesce(cast(reconcile_again_at as varchar), '-')"
                                + " from user_sync where publisher_key = ?",
                        String.class,
                        key,
                        publisherId,
                        publisherId,
                        publisherId,
                        key,
                        key);
    }

    /** The ids under which a publisher's case and account are known outside. */
    List<String> idsOf(String publisherId) {
        var key = publisherId.toLowerCase(Locale.ROOT);
        return look().queryForList(
                        "select cast(id as varchar) from migration where publisher_key = ?"
                                + " union select account_id from migration where publisher_key = ? and account_id is not null"
                                + " union select account_id from user_sync where publisher_key = ?",
                        String.class,
                        key,
                        key,
                        key);
    }

    Optional<String> stateOf(String publisherId) {
        return look()
                .queryForList(
                        "select state from migration where publisher_key = ?",
                        String.class,
                        publisherId.toLowerCase(Locale.ROOT))
                .stream()
                .findFirst();
    }
}
