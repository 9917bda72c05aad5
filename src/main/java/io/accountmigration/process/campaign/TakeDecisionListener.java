package io.accountmigration.process.campaign;

import static io.accountmigration.process.campaign.MigrationCampaignModel.DECISION;
import static io.accountmigration.process.campaign.MigrationCampaignModel.GO;
import static io.accountmigration.process.campaign.MigrationCampaignModel.REASON;

import io.accountmigration.campaign.wave.DecideOnNextWave;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.process.campaign.MigrationCampaignModel.Decision;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.TaskInput;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes the decision between two waves; all other variables that a client sends are dropped. */
@Component
class TakeDecisionListener implements TaskListener {

    private static final int LONGEST_REASON = 500;

    private final DecideOnNextWave decideOnNextWave;
    private final CurrentCaller caller;

    TakeDecisionListener(DecideOnNextWave decideOnNextWave, @Lazy CurrentCaller caller) {
        this.decideOnNextWave = decideOnNextWave;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        var go = isGo(TaskInput.text(task, DECISION.name(), LONGEST_REASON));
        var reason = TaskInput.text(task, REASON.name(), LONGEST_REASON);
        TaskInput.keepOnly(task, name -> false);
        var campaignId = MigrationCampaignModel.campaignOf(task.getExecution());
        decideOnNextWave.decide(campaignId, go, reason, caller.current().userId());
        GO.set(task.getExecution(), go);
    }

    private static boolean isGo(String decision) {
        if (Decision.GO.name().equals(decision)) {
            return true;
        }
        if (Decision.NO_GO.name().equals(decision)) {
            return false;
        }
        throw MigrationRefused.because(Refusal.INPUT_MALFORMED, DECISION.name());
    }
}
