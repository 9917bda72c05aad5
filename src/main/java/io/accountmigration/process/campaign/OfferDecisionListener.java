package io.accountmigration.process.campaign;

import static io.accountmigration.process.campaign.MigrationCampaignModel.CAMPAIGN_NAME;
import static io.accountmigration.process.campaign.MigrationCampaignModel.PROBLEM_TEXT;

import io.accountmigration.campaign.wave.DecideOnNextWave;
import io.accountmigration.process.engine.Groups;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the decision between two waves to the operators, with what they have to know. */
@Component
class OfferDecisionListener implements TaskListener {

    private final DecideOnNextWave decideOnNextWave;

    OfferDecisionListener(DecideOnNextWave decideOnNextWave) {
        this.decideOnNextWave = decideOnNextWave;
    }

    @Override
    public void notify(DelegateTask task) {
        var campaignId = MigrationCampaignModel.campaignOf(task.getExecution());
        task.addCandidateGroup(Groups.OPERATORS);
        task.setVariableLocal(CAMPAIGN_NAME.name(), decideOnNextWave.nameOf(campaignId));
        decideOnNextWave.warning(campaignId).ifPresent(text -> task.setVariableLocal(PROBLEM_TEXT.name(), text));
    }
}
