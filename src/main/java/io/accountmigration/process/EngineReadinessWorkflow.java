package io.accountmigration.process;

import io.accountmigration.campaign.readiness.ReadinessWorkflow;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Works on reports by instances of {@code readiness-report}, one per report. */
@Component
class EngineReadinessWorkflow implements ReadinessWorkflow {

    private final RuntimeService runtimeService;
    private final EngineCaller engineCaller;

    EngineReadinessWorkflow(@Lazy RuntimeService runtimeService, @Lazy EngineCaller engineCaller) {
        this.runtimeService = runtimeService;
        this.engineCaller = engineCaller;
    }

    @Override
    public void start(UUID reportId) {
        engineCaller.actAsProgram(
                () -> runtimeService.startProcessInstanceByKey(ReadinessReportModel.PROCESS_ID, reportId.toString()));
    }
}
