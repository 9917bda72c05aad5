package io.accountmigration.process.campaign;

import static io.accountmigration.process.campaign.MigrationCampaignModel.CANCEL_REQUESTED;
import static io.accountmigration.process.campaign.MigrationCampaignModel.DECISION;
import static io.accountmigration.process.campaign.MigrationCampaignModel.PAUSE_REQUESTED;
import static io.accountmigration.process.campaign.MigrationCampaignModel.PROCESS_ID;
import static io.accountmigration.process.campaign.MigrationCampaignModel.REASON;
import static io.accountmigration.process.campaign.MigrationCampaignModel.RESUME_REQUESTED;

import io.accountmigration.campaign.CampaignWorkflow;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.process.campaign.MigrationCampaignModel.Decision;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.process.engine.SingleInstances;
import java.util.HashMap;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Leads campaigns by instances of {@code migration-campaign}, one each, whose business key is the campaign's id. */
@Component
class EngineCampaignWorkflow implements CampaignWorkflow {

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final CurrentCaller currentCaller;
    private final SingleInstances instances;

    EngineCampaignWorkflow(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy CurrentCaller currentCaller,
            SingleInstances instances) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.currentCaller = currentCaller;
        this.instances = instances;
    }

    @Override
    public void start(UUID campaignId) {
        currentCaller.actAsProgram(() -> runtimeService.startProcessInstanceByKey(PROCESS_ID, campaignId.toString()));
    }

    @Override
    public void pause(UUID campaignId) {
        currentCaller.actAsProgram(() -> tell(PAUSE_REQUESTED, campaignId));
    }

    @Override
    public void resume(UUID campaignId) {
        if (instances.isRunning(PROCESS_ID, campaignId.toString())) {
            currentCaller.actAsProgram(() -> tell(RESUME_REQUESTED, campaignId));
        } else {
            start(campaignId);
        }
    }

    @Override
    public void cancel(UUID campaignId) {
        currentCaller.actAsProgram(() -> tell(CANCEL_REQUESTED, campaignId));
    }

    @Override
    public void decide(UUID campaignId, boolean go, String reason, Caller caller) {
        var task = taskService
                .createTaskQuery()
                .processDefinitionKey(PROCESS_ID)
                .processInstanceBusinessKey(campaignId.toString())
                .singleResult();
        if (task == null) {
            throw MigrationRefused.because(Refusal.TASK_NOT_FOUND, campaignId.toString());
        }
        var decision = new HashMap<String, Object>();
        decision.put(DECISION.name(), (go ? Decision.GO : Decision.NO_GO).name());
        decision.put(REASON.name(), reason);
        try {
            currentCaller.actAs(caller, () -> {
                ExceptionCauses.tellLostRace(() -> taskService.complete(task.getId(), decision));
                return null;
            });
        } catch (AuthorizationException notAllowed) {
            throw MigrationRefused.because(Refusal.NOT_ALLOWED, campaignId.toString());
        }
    }

    /** To all that wait, which may be none: an administrator may have deleted the instance. */
    private void tell(String message, UUID campaignId) {
        if (instanceOf(campaignId).suspended().count() > 0) {
            throw MigrationRefused.because(Refusal.SUSPENDED, campaignId.toString());
        }
        ExceptionCauses.tellLostRace(() -> runtimeService
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(campaignId.toString())
                .correlateAll());
    }

    private ProcessInstanceQuery instanceOf(UUID campaignId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(campaignId.toString(), PROCESS_ID);
    }
}
