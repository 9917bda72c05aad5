package io.accountmigration.process.usersync;

import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.SingleInstances;
import io.accountmigration.usersync.UserSyncWorkflow;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Works on changes by instances of {@code user-back-sync}, one per publisher. */
@Component
class EngineUserSyncWorkflow implements UserSyncWorkflow {

    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;
    private final SingleInstances instances;

    EngineUserSyncWorkflow(
            @Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller, SingleInstances instances) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
        this.instances = instances;
    }

    @Override
    public void wake(String publisherId) {
        instances.startUnlessRunning(UserBackSyncModel.PROCESS_ID, publisherId, Map.of());
    }

    @Override
    public Optional<Work> workOn(String publisherId) {
        return currentCaller.askAsProgram(() -> instanceOf(publisherId).list().stream()
                .findFirst()
                .map(instance -> new Work(
                        instance.getId(),
                        instance.isSuspended()
                                || instanceOf(publisherId).withIncident().count() > 0)));
    }

    private ProcessInstanceQuery instanceOf(String publisherId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID);
    }
}
