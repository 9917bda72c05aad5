package io.accountmigration.process;

import static io.accountmigration.migration.operations.OperatorAction.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.CancelMigrations;
import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.operations.EngineOperations.Cause;
import io.accountmigration.migration.operations.EngineOperations.FailedStep;
import io.accountmigration.migration.operations.OperatorAction;
import io.accountmigration.migration.operations.RetryFailedSteps;
import io.accountmigration.migration.operations.ViewOperations;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators do to several cases at once. */
abstract class ManyAtOnceScenarios extends Scenario {

    @Autowired
    EngineOperations engineOperations;

    @Autowired
    RetryFailedSteps retryFailedSteps;

    @Autowired
    CancelMigrations cancelMigrations;

    @Autowired
    ViewMigrations viewMigrations;

    @Autowired
    ViewOperations viewOperations;

    @Test
    void stepsThatStoppedForOneCauseAreTriedAgainTogether() {
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("switchOver answered 503", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();

        var cause = causeWith("switchOver answered 503");
        assertThat(cause).extracting(Cause::steps, Cause::step).containsExactly(1L, "Make publisher read-only");
        var preview = retryFailedSteps.preview(cause.sample());
        assertThat(preview.inAll()).isEqualTo(1);
        assertThat(preview.steps()).singleElement().satisfies(step -> {
            assertThat(step.publisherId()).contains(publisherId);
            assertThat(step.processInstanceId()).isEqualTo(instanceId());
        });
        var acted = retryFailedSteps.retry(idsOf(preview.steps()), "the portal is up again", OPERATOR);
        runJobs();

        assertThat(acted).extracting(OperatorAction::outcome).containsExactly(DONE);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(viewMigrations.trail(publisherId))
                .extracting(MigrationEvent::type)
                .contains(MigrationEvent.Type.RETRIED);
        assertThat(historyService
                        .createUserOperationLogQuery()
                        .processInstanceId(instanceId())
                        .operationType("SetJobRetries")
                        .list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getUserId()).isEqualTo("operator"));
        assertThat(viewOperations.latestActions(1)).singleElement().satisfies(action -> assertThat(action.reason())
                .isEqualTo("the portal is up again"));
    }

    @Test
    void aStepThatWentOnMeanwhileIsLeftAlone() {
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("switchOver got no answer", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        var preview =
                retryFailedSteps.preview(causeWith("switchOver got no answer").sample());
        retryAsAnOperator();

        assertThat(retryFailedSteps.retry(idsOf(preview.steps()), "too late", OPERATOR))
                .isEmpty();
        assertThat(retryFailedSteps.preview(preview.steps().get(0).id()).steps())
                .isEmpty();
    }

    @Test
    void severalCasesAreGivenUpAndOneThatCannotBeDoesNotKeepTheOthers() {
        var moved = openCase("moved-" + publisherId);
        provideFor("moved-" + publisherId);
        var one = openCase("one-" + publisherId);
        var two = openCase("two-" + publisherId);

        var acted = cancelMigrations.cancel(List.of(one, moved, two), "the wrong list", OPERATOR);
        runJobs();

        assertThat(acted)
                .extracting(OperatorAction::publisherId, OperatorAction::outcome)
                .containsExactlyInAnyOrder(
                        tuple("one-" + publisherId, DONE),
                        tuple("two-" + publisherId, DONE),
                        tuple("moved-" + publisherId, "TOO_LATE"));
        assertThat(stateOf("one-" + publisherId)).isEqualTo(MigrationState.CANCELLED);
        assertThat(stateOf("two-" + publisherId)).isEqualTo(MigrationState.CANCELLED);
        assertThat(stateOf("moved-" + publisherId)).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aLaterCaseOfThePublisherIsNotTheOneThatWasShown() {
        start();
        var shown = theCase().id();
        cancel();
        pass(Duration.ofMinutes(1));
        start();

        var acted = cancelMigrations.cancel(List.of(shown), "the wrong list", OPERATOR);

        assertThat(acted).extracting(OperatorAction::outcome).containsExactly("NOT_RUNNING");
        assertThat(theCase().state()).isEqualTo(MigrationState.ACTION_REQUIRED);
    }

    private UUID openCase(String publisher) {
        portal.add(publisher, Optional.of(PARTNER_ID), OWNER);
        workflow.start(publisher, Optional.of(OWNER), Caller.PROGRAM);
        runJobs();
        return migrations.latest(publisher).orElseThrow().id();
    }

    private void provideFor(String publisher) {
        var instance = migrations.latest(publisher).orElseThrow().processInstanceId();
        var task = taskService.createTaskQuery().processInstanceId(instance).singleResult();
        as(OWNER, () -> taskService.complete(task.getId(), Map.of("workEmail", OWNER)));
        runJobs();
    }

    private MigrationState stateOf(String publisher) {
        return migrations.latest(publisher).orElseThrow().state();
    }

    private Cause causeWith(String reason) {
        return engineOperations.causes(1000).stream()
                .filter(cause -> cause.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> idsOf(List<FailedStep> steps) {
        return new ArrayList<>(steps.stream().map(FailedStep::id).toList());
    }
}
