package io.accountmigration.process;

import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Waits as long as an outside system asked to be left alone, at no cost of a retry; everything else is as usual. */
class PatientJobRetry extends DefaultJobRetryCmd {

    PatientJobRetry(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    public Object execute(CommandContext commandContext) {
        var job = getJob();
        var wait = Causes.find(exception, OutsideUnavailable.class).flatMap(OutsideUnavailable::retryAfter);
        if (job == null || wait.isEmpty()) {
            var result = super.execute(commandContext);
            if (job != null && job.getRetries() == 0) {
                // An operator who retries must not wait for the interval of a try that the engine would not make.
                job.setDuedate(ClockUtil.getCurrentTime());
            }
            return result;
        }
        logException(job);
        job.setDuedate(new Date(ClockUtil.getCurrentTime().getTime() + longEnough(wait.get())));
        job.unlock();
        notifyAcquisition(commandContext);
        return null;
    }

    private static long longEnough(Duration wait) {
        return Math.max(1, wait.toMillis());
    }
}
