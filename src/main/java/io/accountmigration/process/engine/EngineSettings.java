package io.accountmigration.process.engine;

import io.accountmigration.publisher.OutsideCallScope;
import java.util.ArrayList;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.slf4j.MDC;
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
}
