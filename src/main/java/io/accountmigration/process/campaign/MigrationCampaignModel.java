package io.accountmigration.process.campaign;

import io.accountmigration.campaign.wave.JudgeWave.NextStep;
import io.accountmigration.process.engine.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The names that the model {@code processes/migration-campaign.bpmn} and the code share; a test holds them together. */
public final class MigrationCampaignModel {

    public static final String PROCESS_ID = "migration-campaign";

    static final String PAUSE_REQUESTED = "campaign.pauseRequested";
    static final String RESUME_REQUESTED = "campaign.resumeRequested";
    static final String CANCEL_REQUESTED = "campaign.cancelRequested";

    static final String BRAKE_PULLED = "brakePulled";

    static final Variable<Boolean> WAVE_DONE = Variable.flag("waveDone");
    static final Variable<String> NEXT_STEP = Variable.answer("nextStep");
    static final Variable<Boolean> GO = Variable.flag("go");

    static final Variable<String> CAMPAIGN_NAME = Variable.text("campaignName");
    static final Variable<String> PROBLEM_TEXT = Variable.text("problemText");
    static final Variable<String> DECISION = Variable.text("decision");
    static final Variable<String> REASON = Variable.text("reason");

    /** The answers at the task between two waves. */
    enum Decision {
        GO,
        NO_GO
    }

    private MigrationCampaignModel() {}

    /** The campaign that an instance leads. */
    static UUID campaignOf(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    /** The names of the next steps in the model. */
    static String nameOf(NextStep step) {
        return switch (step) {
            case START_MORE -> "startMore";
            case LOOK_LATER -> "lookLater";
            case BRAKE -> "brake";
            case NEXT_WAVE -> "nextWave";
            case ASK_GO -> "askGo";
            case COMPLETE -> "complete";
        };
    }
}
