package io.accountmigration.process;

import io.accountmigration.usersync.UserSyncWorkflow;
import org.camunda.bpm.engine.RuntimeService;
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

    private boolean isRunning(String publisherId) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID)
                        .count()
                > 0;
    }
}
