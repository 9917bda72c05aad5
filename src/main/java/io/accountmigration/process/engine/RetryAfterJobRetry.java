package io.accountmigration.process.engine;

import io.accountmigration.migration.StepToBeContinued;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Waits as long as an outside system asked to be left alone, and runs a step again that is to be continued, both
 * at no cost of a retry; everything else is as usual.
 */
class RetryAfterJobRetry extends DefaultJobRetryCmd {

    private final WaitingJobs waitingJobs;

    RetryAfterJobRetry(String jobId, Throwable failure, WaitingJobs waitingJobs) {
        super(jobId, failure);
        this.waitingJobs = waitingJobs;
    }

    @Override
    public Object execute(CommandContext commandContext) {
        var job = getJob();
        var continued = ExceptionCauses.find(exception, StepToBeContinued.class);
        var unavailable = ExceptionCauses.find(exception, OutsideUnavailable.class);
        var wait = unavailable.flatMap(OutsideUnavailable::retryAfter);
        if (job != null && continued.isPresent()) {
            continued.get().keepProgress();
            runAgain(job, continued.get().pause(), commandContext);
        } else if (job != null && wait.isPresent()) {
            if (!unavailable.get().isPostponed()) {
                logException(job);
            }
            runAgain(job, longEnough(wait.get()), commandContext);
        } else {
            ExceptionCauses.find(exception, MoveBlocked.class).ifPresent(MoveBlocked::keepFinding);
            super.execute(commandContext);
            if (job != null && job.getRetries() == 0) {
                // An operator who retries must not wait for the interval of a try that the engine would not make.
                job.setDuedate(ClockUtil.getCurrentTime());
            }
        }
        if (job != null && job.getRetries() > 0) {
            unavailable.ifPresent(failed -> waitingJobs.note(job.getId(), failed));
        }
        return null;
    }

    private void runAgain(JobEntity job, Duration wait, CommandContext commandContext) {
        job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(wait)));
        job.unlock();
        notifyAcquisition(commandContext);
    }

    private static Duration longEnough(Duration wait) {
        return wait.toMillis() < 1 ? Duration.ofMillis(1) : wait;
    }
}
