package io.accountmigration.process.campaign;

import io.accountmigration.campaign.wave.SelectWave;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Select wave". */
@Component
class SelectWaveDelegate implements JavaDelegate {

    private final SelectWave selectWave;

    SelectWaveDelegate(SelectWave selectWave) {
        this.selectWave = selectWave;
    }

    @Override
    public void execute(DelegateExecution execution) {
        selectWave.select(MigrationCampaignModel.campaignOf(execution));
    }
}
