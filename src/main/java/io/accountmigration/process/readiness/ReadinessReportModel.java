package io.accountmigration.process.readiness;

import io.accountmigration.campaign.readiness.ReportNextStep;
import io.accountmigration.process.engine.Variable;

/** The names that the model {@code processes/readiness-report.bpmn} and the code share; a test holds them together. */
public final class ReadinessReportModel {

    public static final String PROCESS_ID = "readiness-report";

    static final Variable<String> NEXT_MOVE = Variable.answer("nextMove");
    static final Variable<String> WAIT_UNTIL = Variable.answer("waitUntil");

    private ReadinessReportModel() {}

    /** The names of the next steps in the model. */
    static String nameOf(ReportNextStep move) {
        if (move instanceof ReportNextStep.GoOn) {
            return "goOn";
        }
        return move instanceof ReportNextStep.Wait ? "wait" : "end";
    }
}
