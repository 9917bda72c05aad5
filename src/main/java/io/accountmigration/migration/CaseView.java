package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as people and services see it.
 *
 * @param processInstanceId what moves the case in the engine; for operators only
 * @param actors who must act next: owners by address, {@code operators}, or {@code program}; empty when it is over
 * @param since since when they must
 * @param expectedBy by when the case should have gone on; empty when it is over
 */
public record CaseView(
        UUID caseId,
        String publisherId,
        String processInstanceId,
        MigrationState state,
        MigrationStep step,
        List<StepDone> stepsDone,
        List<String> actors,
        Instant since,
        Instant startedAt,
        Optional<Instant> expectedBy,
        Optional<Finding> problem,
        Optional<OpenTask> task,
        List<UserLeftBehind> usersLeftBehind,
        boolean cancellable) {

    /** Stands for the operators where somebody must act. */
    public static final String OPERATORS = "operators";

    /** Stands for the program itself: nobody else must act. */
    public static final String PROGRAM = "program";

    /** This case, whose account was moved and is not active in Partner Center any more: operators must act. */
    CaseView ofLostAccount() {
        return forOperators(Optional.of(FindingCode.ACCOUNT_NOT_ACTIVE.naming(publisherId)));
    }

    /** This case, which has ended and leaves something to operators. */
    CaseView forOperators() {
        return forOperators(problem);
    }

    private CaseView forOperators(Optional<Finding> reason) {
        return new CaseView(
                caseId,
                publisherId,
                processInstanceId,
                state,
                step,
                stepsDone,
                List.of(OPERATORS),
                since,
                startedAt,
                expectedBy,
                reason,
                task,
                usersLeftBehind,
                cancellable);
    }

    /** Whether nobody but an operator can act, who has suspended the case. */
    public boolean isSuspended() {
        return problem.filter(finding -> finding.code() == FindingCode.SUSPENDED)
                .isPresent();
    }

    /** A step that is behind the case. */
    public record StepDone(MigrationStep step, Instant at) {}
}
