package io.accountmigration.process.engine;

import io.accountmigration.publisher.OutageChange;
import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The jobs that wait because an outside system did not answer. One of them tries whether it does again, and all of them go
 * on as soon as it does, however long they were to wait.
 */
@Component
class WaitingJobs {

    private static final int AT_ONCE = 200;

    private static final String FORGET = "delete from outside_waiting where job_id = ?";
    private static final String NOTE =
            "insert into outside_waiting (job_id, system, noted_at, refused, due) values (?, ?, ?, ?, false)";
    private static final String OLDEST =
            "select job_id from outside_waiting where system = ? and not due order by noted_at fetch first 1 row only";
    private static final String WAKE = "update outside_waiting set due = true where job_id = ?";
    private static final String WAKE_ALL = "update outside_waiting set due = true where system = ?";
    private static final String DUE =
            "select w.job_id from outside_waiting w join outside_rate r on r.system = w.system"
                    + " where w.due or w.refused and not r.down order by w.noted_at fetch first " + AT_ONCE
                    + " rows only";

    private final JdbcTemplate database;
    private final ObjectProvider<ManagementService> managementService;
    private final Clock clock;

    WaitingJobs(JdbcTemplate database, ObjectProvider<ManagementService> managementService, Clock clock) {
        this.database = database;
        this.managementService = managementService;
        this.clock = clock;
    }

    /** A job waits, or no longer does, as part of the transaction that puts it back. */
    void note(String jobId, OutsideUnavailable unavailable) {
        var system = unavailable.endpoint();
        if (system.isEmpty() || unavailable.isPostponed() || unavailable.isRefusal()) {
            return;
        }
        database.update(FORGET, jobId);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.update(NOTE, jobId, system.get(), now, unavailable.isDown());
    }

    /** Has one job try, or all go on. */
    @EventListener
    void changed(OutageChange change) {
        if (change instanceof OutageChange.Ended ended) {
            database.update(WAKE_ALL, ended.system());
        } else if (change instanceof OutageChange.ProbeDue probe) {
            database.queryForList(OLDEST, String.class, probe.system()).forEach(jobId -> database.update(WAKE, jobId));
        }
    }

    /** Makes those due that are to go on. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
    void wake() {
        List<String> due;
        do {
            due = database.queryForList(DUE, String.class);
            due.forEach(this::wake);
        } while (due.size() == AT_ONCE);
    }

    private void wake(String jobId) {
        if (database.update(FORGET, jobId) == 0) {
            return;
        }
        var engine = managementService.getObject();
        var job = engine.createJobQuery().jobId(jobId).withRetriesLeft().singleResult();
        if (job != null && isLater(job)) {
            try {
                engine.setJobDuedate(jobId, Date.from(clock.instant()));
            } catch (OptimisticLockingException atWork) {
                // It is being worked on, which is all that was wanted.
                return;
            }
        }
    }

    private boolean isLater(Job job) {
        return job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant());
    }
}
