package io.accountmigration.process.engine;

import io.accountmigration.publisher.OutsideCallScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Settings of the engine that have no property. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final OutsideCallScope calls;
    private final WaitingJobs waitingJobs;

    EngineSettings(OutsideCallScope calls, WaitingJobs waitingJobs) {
        this.calls = calls;
        this.waitingJobs = waitingJobs;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(new ArrayList<>(List.of(new OperationsHistoryLevel())));
        configuration.setFailedJobCommandFactory((job, failure) -> new RetryAfterJobRetry(job, failure, waitingJobs));
        configuration.setResourceAuthorizationProvider(new TaskAuthorizationProvider());
        configuration.setCustomPreCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new NamesForgotten(), new JobsBounded(calls))));
        // After the others, since it speaks to the database within the transaction.
        configuration.setCustomPostCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new IdleTransactionsBounded(configuration))));
        nameTheFactoryOfDurations();
    }

    /** Without a name, each timer that is created searches the class path for this factory. The property is JAXP's own. */
    private static void nameTheFactoryOfDurations() {
        if (System.getProperty(DatatypeFactory.DATATYPEFACTORY_PROPERTY) == null) {
            System.setProperty(
                    DatatypeFactory.DATATYPEFACTORY_PROPERTY,
                    DatatypeFactory.newDefaultInstance().getClass().getName());
        }
    }

    /** The outside is called only as long as the lock of the job at work surely holds. */
    private static class JobsBounded extends CommandInterceptor {

        private final OutsideCallScope calls;

        private JobsBounded(OutsideCallScope calls) {
            this.calls = calls;
        }

        @Override
        public <T> T execute(Command<T> command) {
            return command instanceof ExecuteJobsCmd ? calls.inJob(() -> next.execute(command)) : next.execute(command);
        }
    }

    /** A thread takes up work for one case after the other: no name outlasts the command that it was put there in. */
    private static class NamesForgotten extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            var before = MDC.getCopyOfContextMap();
            try {
                return next.execute(command);
            } finally {
                if (before == null) {
                    MDC.clear();
                } else {
                    MDC.setContextMap(before);
                }
            }
        }
    }

    /**
     * How long PostgreSQL waits for the next statement of a node that has vanished or stands still. An acquisition calls
     * nobody, and every other node waits for it; a job calls out, and is void once its lock is over.
     */
    private static class IdleTransactionsBounded extends CommandInterceptor {

        private static final Duration OF_ACQUISITION = Duration.ofSeconds(5);

        private final ProcessEngineConfigurationImpl configuration;

        private IdleTransactionsBounded(ProcessEngineConfigurationImpl configuration) {
            this.configuration = configuration;
        }

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof AcquireJobsCmd) {
                bound(OF_ACQUISITION.toMillis());
            } else if (command instanceof ExecuteJobsCmd) {
                bound(configuration.getJobExecutor().getLockTimeInMillis());
            }
            return next.execute(command);
        }

        private void bound(long millis) {
            if ("postgres".equals(configuration.getDatabaseType())) {
                new JdbcTemplate(configuration.getDataSource())
                        .execute("set local idle_in_transaction_session_timeout = " + millis);
            }
        }
    }
}
