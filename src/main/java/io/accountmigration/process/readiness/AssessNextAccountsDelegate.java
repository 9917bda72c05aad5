package io.accountmigration.process.readiness;

import static io.accountmigration.process.readiness.ReadinessReportModel.NEXT_MOVE;
import static io.accountmigration.process.readiness.ReadinessReportModel.WAIT_UNTIL;

import io.accountmigration.campaign.readiness.AssessNextAccounts;
import io.accountmigration.campaign.readiness.ReportNextStep;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Assess next accounts". */
@Component
class AssessNextAccountsDelegate implements JavaDelegate {

    private final AssessNextAccounts assessNextAccounts;

    AssessNextAccountsDelegate(AssessNextAccounts assessNextAccounts) {
        this.assessNextAccounts = assessNextAccounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var move = assessNextAccounts.goOn(UUID.fromString(execution.getProcessBusinessKey()));
        NEXT_MOVE.set(execution, ReadinessReportModel.nameOf(move));
        if (move instanceof ReportNextStep.Wait wait) {
            WAIT_UNTIL.set(
                    execution, wait.until().truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
