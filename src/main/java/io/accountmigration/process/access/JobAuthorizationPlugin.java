package io.accountmigration.process.access;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.management.UpdateJobSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.UpdateJobSuspensionStateSelectBuilder;
import org.springframework.stereotype.Component;

/** Sees to it that a job is touched only by who may, and that a refused attempt leaves it as it was. */
@Component
class JobAuthorizationPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setManagementService(new Management(configuration));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new JobChecker()));
    }

    /** Leaves the engine's own jobs, such as the clean-up of its history, to administrators. The engine checks nobody there. */
    private static class JobChecker extends AuthorizationCommandChecker {

        @Override
        public void checkReadJob(JobEntity job) {
            requireAdministrator(job, SystemPermissions.READ);
            super.checkReadJob(job);
        }

        @Override
        public void checkUpdateJob(JobEntity job) {
            requireAdministrator(job, SystemPermissions.SET);
            super.checkUpdateJob(job);
        }

        @Override
        public void checkUpdateRetriesJob(JobEntity job) {
            requireAdministrator(job, SystemPermissions.SET);
            super.checkUpdateRetriesJob(job);
        }

        private void requireAdministrator(JobEntity job, SystemPermissions permission) {
            if (job.getProcessDefinitionKey() == null) {
                getAuthorizationManager().checkAuthorization(permission, Resources.SYSTEM);
            }
        }
    }

    /** Asks for the right to a job before anything happens to it, where the engine asks too late or not at all. */
    private static class Management extends ManagementServiceImpl {

        Management(ProcessEngineConfigurationImpl configuration) {
            super(configuration);
        }

        /** A refusal in the midst of it counts as a failure of the job, which costs a retry and moves the due date. */
        @Override
        public void executeJob(String jobId) {
            requireUpdate(commandExecutor, jobId);
            super.executeJob(jobId);
        }

        /** The engine lets everybody suspend a job that belongs to no process. */
        @Override
        public UpdateJobSuspensionStateSelectBuilder updateJobSuspensionState() {
            return new UpdateJobSuspensionStateBuilderImpl(commandExecutor) {
                @Override
                public UpdateJobSuspensionStateBuilderImpl byJobId(String jobId) {
                    requireUpdate(commandExecutor, jobId);
                    return super.byJobId(jobId);
                }
            };
        }

        private static void requireUpdate(CommandExecutor commandExecutor, String jobId) {
            commandExecutor.execute(context -> {
                var job = context.getJobManager().findJobById(jobId);
                if (job != null) {
                    context.getProcessEngineConfiguration()
                            .getCommandCheckers()
                            .forEach(checker -> checker.checkUpdateJob(job));
                }
                return null;
            });
        }
    }
}
