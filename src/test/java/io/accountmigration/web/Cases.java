package io.accountmigration.web;

import static io.accountmigration.migration.MigrationStep.CHECK_PARTNER_MEMBERSHIP;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.CaseView.StepDone;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.migration.start.StartMigration.Started;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases of the publisher contoso as the use cases show them. */
public final class Cases {

    public static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant SINCE = Instant.parse("2026-03-02T09:00:05Z");
    public static final UUID CASE_ID = new UUID(7, 7);
    public static final String TASK_URL = "/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=t1";

    public static final Started STARTED_CASE = new Started("contoso", CASE_ID, Optional.empty());

    private Cases() {}

    /** Waits for this owner to provide a work e-mail. */
    public static CaseView waitingFor(String owner) {
        return waitingFor(owner, null);
    }

    /** Waits for this owner to provide another work e-mail, for this reason. */
    public static CaseView waitingFor(String owner, Finding problem) {
        return new CaseView(
                CASE_ID,
                "contoso",
                "instance-1",
                MigrationState.ACTION_REQUIRED,
                MigrationStep.PROVIDE_WORK_EMAIL,
                List.of(new StepDone(CHECK_PARTNER_MEMBERSHIP, SINCE)),
                List.of(owner, People.CO_OWNER).stream().distinct().toList(),
                SINCE,
                STARTED,
                Optional.of(SINCE),
                Optional.ofNullable(problem),
                Optional.of(new OpenTask("t1", Optional.of(owner), TASK_URL)),
                List.of(),
                true,
                false);
    }

    /** Is busy with this step. */
    public static CaseView at(MigrationStep step) {
        return at(step, CaseView.PROGRAM);
    }

    /** Is at this step, where that actor has to act. */
    public static CaseView at(MigrationStep step, String actor) {
        return at(step, actor, Optional.empty());
    }

    private static CaseView at(MigrationStep step, String actor, Optional<Finding> problem) {
        return new CaseView(
                CASE_ID,
                "contoso",
                "instance-1",
                step.state(),
                step,
                List.of(),
                List.of(actor),
                SINCE,
                STARTED,
                Optional.of(SINCE),
                problem,
                Optional.empty(),
                List.of(),
                true,
                actor.equals(CaseView.OPERATORS));
    }

    /** Is busy with this step, for this reason. */
    public static CaseView at(MigrationStep step, Finding problem) {
        return at(step, CaseView.PROGRAM, Optional.of(problem));
    }

    /** Is over. */
    public static CaseView ended(MigrationState state, UserLeftBehind... usersLeftBehind) {
        return new CaseView(
                CASE_ID,
                "contoso",
                "instance-1",
                state,
                MigrationStep.START_USER_SYNC,
                List.of(new StepDone(CHECK_PARTNER_MEMBERSHIP, SINCE)),
                List.of(),
                SINCE,
                STARTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(usersLeftBehind),
                false,
                false);
    }
}
