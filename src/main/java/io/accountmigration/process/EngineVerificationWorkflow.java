package io.accountmigration.process;

import io.accountmigration.migration.VerificationWorkflow;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Compares accounts by instances of {@code account-verification}, one at a time per publisher. */
@Component
class EngineVerificationWorkflow implements VerificationWorkflow {

    static final String PROCESS_ID = "account-verification";

    private final RuntimeService runtimeService;
    private final EngineCaller engineCaller;

    EngineVerificationWorkflow(@Lazy RuntimeService runtimeService, @Lazy EngineCaller engineCaller) {
        this.runtimeService = runtimeService;
        this.engineCaller = engineCaller;
    }

    @Override
    public void start(String publisherId) {
        engineCaller.actAsProgram(() -> {
            if (!isUnderWay(publisherId)) {
                runtimeService.startProcessInstanceByKey(PROCESS_ID, publisherId);
            }
        });
    }

    private boolean isUnderWay(String publisherId) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(publisherId, PROCESS_ID)
                        .count()
                > 0;
    }
}
