package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A case as people and services see it.
 *
 * @param processInstanceId what moves the case in the engine; for operators only
 * @param actors who must act next: owners by address, {@code operators}, or {@code program}; empty when it is over
 * @param since since when they must
 * @param stopped whether its step has failed for good, or its process instance is gone: nothing happens before an operator acts
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
        boolean cancellable,
        boolean stopped) {

    /** Stands for the operators where somebody must act. */
    public static final String OPERATORS = "operators";

    /** Stands for the program itself: nobody else must act. */
    public static final String PROGRAM = "program";

    /** This case, whose account was moved and is not active in Partner Center any more: operators must act. */
    CaseView ofLostAccount() {
        return forOperators(Optional.of(FindingCode.ACCOUNT_NOT_ACTIVE.naming(publisherId)));
    }

    /** This case, which has ended without a move, and whose account has moved all the same, as before a restore. */
    CaseView ofAccountMovedSince() {
        return endedWith(List.of(), Optional.of(FindingCode.ALREADY_MIGRATED.naming(publisherId)));
    }

    /** This case, which has ended and leaves something to operators. */
    CaseView forOperators() {
        return forOperators(problem);
    }

    private CaseView forOperators(Optional<Finding> reason) {
        return endedWith(List.of(OPERATORS), reason);
    }

    private CaseView endedWith(List<String> whoActs, Optional<Finding> reason) {
        return new CaseView(
                caseId,
                publisherId,
                processInstanceId,
                state,
                step,
                stepsDone,
                whoActs,
                since,
                startedAt,
                expectedBy,
                reason,
                task,
                usersLeftBehind,
                cancellable,
                stopped);
    }

    /** Whether nobody but an operator can act, who has suspended the case. */
    public boolean isSuspended() {
        return hasProblem(FindingCode.SUSPENDED);
    }

    private boolean hasProblem(FindingCode code) {
        return problem.filter(finding -> finding.code() == code).isPresent();
    }

    /** What is to be said of this case: a state alone would also be said of one in which nothing happens any more. */
    public Situation situation() {
        if (isSuspended()) {
            return Situation.SUSPENDED;
        }
        if (stopped) {
            return Situation.STOPPED;
        }
        if (hasProblem(FindingCode.ALREADY_MIGRATED)) {
            return Situation.MOVED_SINCE;
        }
        return !state.isFinal() && step.isPartOfRevert() ? Situation.MOVING_BACK : Situation.valueOf(state.name());
    }

    /** What the migration has done to the settings in Cloud Partner Portal; empty where they can be edited. */
    public Optional<PortalAccess> portalAccess() {
        var done = stepsDone.stream().map(StepDone::step).collect(Collectors.toSet());
        if (done.contains(MigrationStep.MAKE_PUBLISHER_READ_ONLY)) {
            return Optional.of(PortalAccess.READ_ONLY);
        }
        return done.contains(MigrationStep.LOCK_PUBLISHER) && !done.contains(MigrationStep.UNLOCK_PUBLISHER)
                ? Optional.of(PortalAccess.LOCKED)
                : Optional.empty();
    }

    /** The headline of a case: its state, or what keeps it from going on. */
    public enum Situation {
        ACTION_REQUIRED,
        VALIDATING,
        MOVING,
        MOVING_BACK,
        MIGRATED,
        /** The case has ended without a move, and the account has moved without it. */
        MOVED_SINCE,
        CANCELLED,
        EXPIRED,
        REVERTED,
        SUSPENDED,
        STOPPED
    }

    /** What people cannot do in Cloud Partner Portal any more. */
    public enum PortalAccess {
        LOCKED,
        READ_ONLY
    }

    /** A step that is behind the case. */
    public record StepDone(MigrationStep step, Instant at) {}
}
