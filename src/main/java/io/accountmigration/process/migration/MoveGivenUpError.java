package io.accountmigration.process.migration;

import io.accountmigration.migration.move.MoveOutcome;
import org.camunda.bpm.engine.delegate.BpmnError;

/** Turns a step's word that the move was given up into the error that the model catches. */
final class MoveGivenUpError {

    private MoveGivenUpError() {}

    static void unlessDone(MoveOutcome outcome) {
        if (outcome == MoveOutcome.GIVEN_UP) {
            throw new BpmnError(AccountMigrationModel.MOVE_GIVEN_UP, "the move was given up");
        }
    }
}
