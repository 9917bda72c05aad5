package io.accountmigration.process.readiness;

import io.accountmigration.campaign.readiness.ReadinessWorkflow;
import io.accountmigration.process.engine.CurrentCaller;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Works on reports by instances of {@code readiness-report}, one per report. */
@Component
class EngineReadinessWorkflow implements ReadinessWorkflow {

    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;

    EngineReadinessWorkflow(@Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
    }

    @Override
    public void start(UUID reportId) {
        currentCaller.actAsProgram(
                () -> runtimeService.startProcessInstanceByKey(ReadinessReportModel.PROCESS_ID, reportId.toString()));
    }
}
