package io.accountmigration.process;

import io.accountmigration.usersync.UserSyncWorkflow;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Works on changes by instances of {@code user-back-sync}, one per publisher. */
@Component
class EngineUserSyncWorkflow implements UserSyncWorkflow {

    private final RuntimeService runtimeService;
    private final EngineCaller engineCaller;

    EngineUserSyncWorkflow(@Lazy RuntimeService runtimeService, @Lazy EngineCaller engineCaller) {
        this.runtimeService = runtimeService;
        this.engineCaller = engineCaller;
    }

    @Override
    public void wake(String publisherId) {
        engineCaller.actAsProgram(() -> {
            if (!isRunning(publisherId)) {
                runtimeService.startProcessInstanceByKey(UserBackSyncModel.PROCESS_ID, publisherId);
            }
        });
    }

    @Override
    public Optional<Work> workOn(String publisherId) {
        return engineCaller.askAsProgram(() -> instanceOf(publisherId).list().stream()
                .findFirst()
                .map(instance -> new Work(
                        instance.getId(), instanceOf(publisherId).withIncident().count() > 0)));
    }

    private boolean isRunning(String publisherId) {
        return instanceOf(publisherId).count() > 0;
    }

    private ProcessInstanceQuery instanceOf(String publisherId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID);
    }
}
