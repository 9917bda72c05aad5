package io.accountmigration.process.verification;

import io.accountmigration.migration.move.VerificationWorkflow;
import io.accountmigration.process.engine.CurrentCaller;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Compares accounts by instances of {@code account-verification}, one at a time per publisher. */
@Component
public class EngineVerificationWorkflow implements VerificationWorkflow {

    public static final String PROCESS_ID = "account-verification";

    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;

    EngineVerificationWorkflow(@Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
    }

    @Override
    public void start(String publisherId) {
        currentCaller.actAsProgram(() -> {
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
