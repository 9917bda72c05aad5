package io.accountmigration.process.campaign;

import static io.accountmigration.process.campaign.MigrationCampaignModel.NEXT_STEP;
import static io.accountmigration.process.campaign.MigrationCampaignModel.WAVE_DONE;

import io.accountmigration.campaign.wave.JudgeWave;
import io.accountmigration.campaign.wave.JudgeWave.NextStep;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Judge wave". */
@Component
class JudgeWaveDelegate implements JavaDelegate {

    private static final Set<NextStep> DONE = EnumSet.of(NextStep.NEXT_WAVE, NextStep.ASK_GO, NextStep.COMPLETE);

    private final JudgeWave judgeWave;

    JudgeWaveDelegate(JudgeWave judgeWave) {
        this.judgeWave = judgeWave;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = judgeWave.judge(MigrationCampaignModel.campaignOf(execution));
        WAVE_DONE.set(execution, DONE.contains(next));
        NEXT_STEP.set(execution, MigrationCampaignModel.nameOf(next));
    }
}
