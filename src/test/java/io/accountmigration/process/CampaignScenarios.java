package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willCallRealMethod;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.AccountView;
import io.accountmigration.campaign.CampaignEvent;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.CampaignView.Health;
import io.accountmigration.campaign.CampaignView.Progress;
import io.accountmigration.campaign.ControlCampaign;
import io.accountmigration.campaign.CreateCampaign;
import io.accountmigration.campaign.OverrideAccount;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.campaign.PauseCause;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.process.campaign.MigrationCampaignModel;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns of a few accounts: a canary of one, waves of two. */
abstract class CampaignScenarios extends Scenario {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    @Autowired
    CreateCampaign createCampaign;

    @Autowired
    ControlCampaign controlCampaign;

    @Autowired
    OverrideAccount overrideAccount;

    @Autowired
    ViewCampaigns viewCampaigns;

    @Autowired
    OwnerSearchWorkflow ownerSearchWorkflow;

    @Autowired
    MeterRegistry meters;

    private UUID campaign;

    @Test
    void aCanaryIsFollowedByAWaveOnceAnOperatorApproves() {
        var accounts = accounts(3);
        begin(plan(accounts, 0.5, false));
        assertThat(begun).isWaitingAt("event_nextLook").hasPassed("serviceTask_startAccounts");
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 1L, AccountState.PLANNED, 2L));
        assertThat(wave(1).progress()).isEqualTo(Progress.IN_PROGRESS);
        assertThat(wave(2).progress()).isEqualTo(Progress.NOT_STARTED);
        everybodyActs();

        assertThat(begun).isWaitingAt("userTask_decideOnNextWave").hasPassedInOrder("endEvent_waveDone");
        assertThat(view().state()).isEqualTo(CampaignState.AWAITING_GO);
        assertThat(wave(1))
                .extracting(CampaignView.Wave::progress, CampaignView.Wave::health)
                .containsExactly(Progress.COMPLETED, Health.HEALTHY);
        assertThat(letterbox.letters()).anyMatch(letter -> letter.subject().contains("waits for your approval"));
        controlCampaign.go(campaign, "All is well", OPERATOR);
        runJobs();
        everybodyActs();

        assertCompleted();
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.MIGRATED, 3L));
        assertThat(whatHappened())
                .containsExactly(
                        CampaignEvent.Type.CREATED,
                        CampaignEvent.Type.WAVE_STARTED,
                        CampaignEvent.Type.WAVE_DONE,
                        CampaignEvent.Type.GO,
                        CampaignEvent.Type.WAVE_STARTED,
                        CampaignEvent.Type.WAVE_DONE,
                        CampaignEvent.Type.COMPLETED);
        assertThat(begun)
                .hasPassedInOrder(
                        "endEvent_waveDone",
                        "userTask_decideOnNextWave",
                        "serviceTask_selectWave",
                        "endEvent_waveDone",
                        "endEvent_campaignCompleted")
                .hasNotPassed("endEvent_brakePulled", "event_resumeRequested");
    }

    @Test
    void figuresTellHowTheCampaignsStandThatAreNotOver() {
        begin(plan(accounts(3), 0.5, false));
        advance(Duration.ofMinutes(1));

        assertThat(gauge("campaign.campaigns", "running")).isPositive();
        assertThat(gauge("campaign.accounts", "waiting_for_people")).isPositive();
        assertThat(gauge("campaign.accounts", "planned")).isGreaterThanOrEqualTo(2);
    }

    private double gauge(String name, String state) {
        return meters.get(name).tag("state", state).gauge().value();
    }

    @Test
    void wavesFollowEachOtherByThemselvesWhereThatIsWanted() {
        begin(plan(accounts(4), 0.5, true));
        everybodyActs();
        everybodyActs();
        everybodyActs();

        assertCompleted();
        assertThat(begun)
                .hasPassedInOrder("endEvent_waveDone", "endEvent_waveDone", "endEvent_waveDone")
                .hasNotPassed("userTask_decideOnNextWave");
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.MIGRATED, 4L));
        assertThat(view().waves()).hasSize(3);
    }

    @Test
    void moreAccountsThanOneJobStartsAreStartedByTheNext() {
        begin(new CampaignPlan("Large", Optional.of(accounts(5)), 5, 1, 600, 0.5, false));

        assertThat(begun)
                .isWaitingAt("event_nextLook")
                .hasPassedInOrder(
                        "serviceTask_startAccounts", "serviceTask_startAccounts", "serviceTask_startAccounts");
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 5L));
    }

    @Test
    void noMoreThanTheRateAreStartedWithinAMinute() {
        begin(new CampaignPlan("Slow", Optional.of(accounts(6)), 6, 1, 4, 0.5, false));
        var started = new ArrayList<Long>();
        for (var look = 0; look < 6; look++) {
            started.add(view().accounts().get(AccountState.WAITING_FOR_PEOPLE));
            pass(Duration.ofSeconds(16));
        }

        assertThat(started).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    /** Who counts has read the case as running a moment before. */
    @Test
    void aCaseThatHasJustEndedDoesNotCountAsStopped() {
        begin(plan(accounts(1), 0.1, true));
        var instance = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("account-migration")
                .singleResult()
                .getProcessInstanceId();
        assertThat(workflow.stuck(Set.of(instance))).isEmpty();
        everybodyActs();
        assertCompleted();

        assertThat(workflow.stuck(Set.of(instance))).isEmpty();
    }

    @Test
    void theBrakeStopsAWaveWithRefusedAccountsUntilTheCauseIsFixed() {
        var broken = account();
        portal.add(broken, Optional.of(PARTNER_ID));
        begin(plan(with(accounts(1), broken), 0.1, true));
        everybodyActs();

        assertThat(begun).isWaitingAt("event_resumeRequested").hasPassed("endEvent_brakePulled");
        assertThat(view().state()).isEqualTo(CampaignState.PAUSED);
        assertThat(view().pause()).hasValueSatisfying(pause -> {
            assertThat(pause.cause()).isEqualTo(PauseCause.FAILURE_RATE);
            assertThat(pause.detail()).isEqualTo("1 / 1 (100.0 %)");
        });
        assertThat(accountView(broken).refusal()).contains("NO_OWNER");
        assertThat(ownerSearchWorkflow.underWay(100))
                .extracting(OwnerSearchWorkflow.Search::publisherId)
                .contains(broken);
        assertThat(wave(2).health()).isEqualTo(Health.ERROR);
        assertThat(letterbox.letters()).anyMatch(letter -> letter.subject().contains("was stopped"));
        portal.add(broken, Optional.of(PARTNER_ID), OWNER);
        pass(Duration.ofHours(1));
        assertThat(accountView(broken).state()).isEqualTo(AccountState.REFUSED);
        controlCampaign.resume(campaign, "They have an owner now", OPERATOR);
        runJobs();
        everybodyActs();

        assertCompleted();
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.MIGRATED, 2L));
    }

    @Test
    void theBrakeStopsAWaveWhoseCasesFailAndResumingTriesThemAgain() {
        begin(plan(accounts(2), 0.1, true));
        untilAnOperatorRetries(new PartnerCenterUnavailable("down", null, null))
                .given(partnerCenter)
                .open(any(), any(), any(), any());
        everybodyActs();
        waitOutTheRetries();
        pass(Duration.ofSeconds(16));

        assertThat(begun).isWaitingAt("event_resumeRequested").hasPassed("endEvent_brakePulled");
        assertThat(view().state()).isEqualTo(CampaignState.PAUSED);
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.FAILED, 1L, AccountState.PLANNED, 1L));
        controlCampaign.resume(campaign, null, OPERATOR);
        runJobs();
        pass(Duration.ofSeconds(16));
        everybodyActs();

        assertCompleted();
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.MIGRATED, 2L));
    }

    @Test
    void theBrakeStopsAWaveWhenAnOutsideSystemIsInTrouble() {
        begin(new CampaignPlan("Slow", Optional.of(accounts(6)), 6, 1, 4, 1, false));
        meters.timer("outside.calls", "system", "cpp", "operation", "GET /x", "outcome", "unavailable")
                .record(Duration.ofSeconds(5));
        pass(Duration.ofSeconds(16));
        assertThat(view().state()).isEqualTo(CampaignState.RUNNING);
        for (var call = 0; call < 10; call++) {
            meters.timer("outside.calls", "system", "cpp", "operation", "GET /x", "outcome", "unavailable")
                    .record(Duration.ofSeconds(5));
        }
        pass(Duration.ofSeconds(16));

        assertThat(begun).isWaitingAt("event_resumeRequested").hasPassed("endEvent_brakePulled");
        assertThat(view().pause()).hasValueSatisfying(pause -> {
            assertThat(pause.cause()).isEqualTo(PauseCause.OUTSIDE_IN_TROUBLE);
            assertThat(pause.detail()).isEqualTo("cpp");
        });
        controlCampaign.resume(campaign, null, OPERATOR);
        runJobs();
        pass(Duration.ofSeconds(16));
        assertThat(begun)
                .isWaitingAt("event_nextLook")
                .hasPassedInOrder("event_resumeRequested", "serviceTask_selectWave", "serviceTask_startAccounts");
        assertThat(view().state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void anAccountThatCannotBeReachedIsTriedAgainAndThenRefused() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .find(any());
        begin(plan(accounts(1), 1, false));
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.PLANNED, 1L));
        for (var look = 0; look < 5; look++) {
            pass(Duration.ofSeconds(16));
        }

        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.REFUSED, 1L));
        assertThat(viewCampaigns.accounts(campaign, Optional.of(1), 0, 10))
                .singleElement()
                .satisfies(account -> assertThat(account.refusal()).contains("OUTSIDE_UNAVAILABLE"));
    }

    @Test
    void aJobThatBreaksHalfWayHasStartedNobodyAndTheNextTryStartsEachOnce() {
        var accounts = accounts(2);
        // One is read for the campaign; then each to be started. A fault of our own is none of the portal's.
        willCallRealMethod()
                .willCallRealMethod()
                .willThrow(new IllegalStateException("broken"))
                .willCallRealMethod()
                .given(portal)
                .find(any());
        begin(new CampaignPlan("Broken", Optional.of(with(accounts, publisherId)), 3, 1, 600, 1, false));
        assertThat(begun).isWaitingAt("serviceTask_startAccounts").hasNotPassed("serviceTask_startAccounts");
        assertThat(jobOf(begun)).hasExceptionMessage();
        expectFailures(IllegalStateException.class, 1);
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.PLANNED, 3L));
        assertThat(accounts)
                .allSatisfy(account -> assertThat(migrations.history(account)).isEmpty());
        pass(Duration.ofSeconds(11));

        assertThat(begun).isWaitingAt("event_nextLook").hasPassed("serviceTask_startAccounts");
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 3L));
        assertThat(accounts)
                .allSatisfy(account -> assertThat(migrations.history(account)).hasSize(1));
    }

    @Test
    void aPausedCampaignStartsNothingUntilItIsResumed() {
        begin(new CampaignPlan("Slow", Optional.of(accounts(3)), 3, 1, 4, 0.5, false));
        controlCampaign.pause(campaign, "Coffee", OPERATOR);
        pass(Duration.ofHours(1));
        assertThat(begun).isWaitingAt("event_resumeRequested").hasPassed("event_pauseRequested");
        assertThat(jobOf(begun)).isNull();
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 1L, AccountState.PLANNED, 2L));
        assertThat(view().pause().orElseThrow().detail()).isEqualTo("Coffee");
        assertThatThrownBy(() -> controlCampaign.pause(campaign, null, OPERATOR))
                .isInstanceOf(CampaignRefused.class);
        controlCampaign.resume(campaign, null, OPERATOR);
        runJobs();

        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 2L, AccountState.PLANNED, 1L));
        assertThat(wave(1).progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void whatIsAskedOfASuspendedCampaignIsRefusedWithoutATrace() {
        begin(plan(accounts(3), 0.5, false));
        suspend();
        assertSuspended(() -> controlCampaign.pause(campaign, "Coffee", OPERATOR));
        assertSuspended(() -> controlCampaign.cancel(campaign, "Enough", OPERATOR));
        assertThat(view().state()).isEqualTo(CampaignState.RUNNING);
        activate();

        controlCampaign.pause(campaign, "Coffee", OPERATOR);
        suspend();
        assertSuspended(() -> controlCampaign.resume(campaign, null, OPERATOR));
        activate();
        controlCampaign.resume(campaign, null, OPERATOR);
        everybodyActs();

        suspend();
        assertSuspended(() -> controlCampaign.go(campaign, "Fine", OPERATOR));
        activate();
        controlCampaign.go(campaign, "Fine", OPERATOR);
        runJobs();
        everybodyActs();
        assertCompleted();
    }

    private void suspend() {
        runtimeService.suspendProcessInstanceById(begun.getId());
    }

    private void activate() {
        runtimeService.activateProcessInstanceById(begun.getId());
    }

    private static void assertSuspended(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(
                        refused.refusal().name())
                .isEqualTo("SUSPENDED"));
    }

    @Test
    void aNoBetweenWavesPausesAndResumingIsTheApproval() {
        begin(plan(accounts(2), 0.5, false));
        everybodyActs();
        controlCampaign.pause(campaign, "Not on a Friday", OPERATOR);
        runJobs();
        assertThat(begun).isWaitingAt("event_resumeRequested").hasPassed("userTask_decideOnNextWave");
        assertThat(view().pause().orElseThrow().cause()).isEqualTo(PauseCause.NO_GO);
        controlCampaign.resume(campaign, "Monday", OPERATOR);
        runJobs();
        everybodyActs();

        assertCompleted();
    }

    @Test
    void anOperatorDecidesInTasklistToo() {
        begin(plan(accounts(2), 0.5, false));
        everybodyActs();
        var task = taskService
                .createTaskQuery()
                .taskDefinitionKey("userTask_decideOnNextWave")
                .processInstanceBusinessKey(campaign.toString())
                .taskCandidateGroup(Groups.OPERATORS)
                .singleResult();
        var inputs = everyVariableBut("decision", "reason", "go");
        inputs.putAll(Map.of("decision", "GO", "reason", "Fine"));
        identityService.setAuthentication("operator", List.of(Groups.OPERATORS));
        taskService.complete(task.getId(), inputs);
        identityService.clearAuthentication();
        assertThat(runtimeService.getVariables(task.getProcessInstanceId())).isEmpty();
        runJobs();

        assertThat(begun)
                .isWaitingAt("event_nextLook")
                .hasPassedInOrder("userTask_decideOnNextWave", "serviceTask_selectWave", "serviceTask_startAccounts")
                .hasNotPassed("event_resumeRequested");
        assertThat(view().currentWave()).isEqualTo(2);
        assertThat(view().events()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(CampaignEvent.Type.GO);
            assertThat(event.actor()).isEqualTo("operator");
            assertThat(event.detail()).isEqualTo("Fine");
        });
    }

    @Test
    void aCancelledCampaignStartsNothingMoreAndWhatWasStartedContinues() {
        begin(plan(accounts(3), 0.5, false));
        controlCampaign.cancel(campaign, "Enough", OPERATOR);
        everybodyActs();

        assertThat(view().state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.MIGRATED, 1L, AccountState.LEFT_OUT, 2L));
        assertThat(begun)
                .isEnded()
                .hasPassedInOrder("startEvent_cancelRequested", "endEvent_campaignCancelled")
                .hasNotPassed("endEvent_campaignCompleted");
        assertThatThrownBy(() -> controlCampaign.resume(campaign, null, OPERATOR))
                .isInstanceOf(CampaignRefused.class);
    }

    @Test
    void aWaveIsDoneThoughPeopleLetItWaitAndThenAPersonApprovesTheNext() {
        begin(plan(accounts(2), 0.5, true));
        pass(Duration.ofDays(8));

        assertThat(begun).isWaitingAt("userTask_decideOnNextWave").hasPassed("endEvent_waveDone");
        assertThat(view().state()).isEqualTo(CampaignState.AWAITING_GO);
        assertThat(wave(1).health()).isEqualTo(Health.LAGGING);
        assertThat(wave(1).progress()).isEqualTo(Progress.COMPLETED);
    }

    @Test
    void whatSomebodyElseStartedIsWatchedAndNotStartedTwice() {
        start();
        begin(plan(List.of(publisherId), 0.5, false));
        assertThat(view().accounts()).isEqualTo(Map.of(AccountState.WAITING_FOR_PEOPLE, 1L));
        everybodyActs();

        assertCompleted();
        assertThat(migrations.history(publisherId)).hasSize(1);
    }

    @Test
    void anOperatorOverridesWhatTheCampaignDoesWithAnAccount() {
        var broken = account();
        portal.add(broken, Optional.of(PARTNER_ID));
        var accounts = with(accounts(2), broken);
        begin(new CampaignPlan("Mixed", Optional.of(accounts), 3, 1, 600, 0.9, false));
        override(broken, Action.ACCEPT);
        assertThat(accountView(broken).accepted()).isTrue();
        assertThat(wave(1).failed()).isZero();
        portal.add(broken, Optional.of(PARTNER_ID), OWNER);
        override(broken, Action.TRY_AGAIN);
        pass(Duration.ofSeconds(16));
        assertThat(accountView(broken).state()).isEqualTo(AccountState.WAITING_FOR_PEOPLE);
        assertThatThrownBy(() -> override(broken, Action.LEAVE_OUT)).isInstanceOf(CampaignRefused.class);
    }

    @Test
    void anAccountIsTakenOutAndAnotherIsTakenBefore() {
        var accounts = accounts(4);
        begin(new CampaignPlan("Mixed", Optional.of(accounts), 1, 2, 600, 0.9, true));
        override(accounts.get(1), Action.LEAVE_OUT);
        override(accounts.get(3), Action.TAKE_NOW);
        pass(Duration.ofSeconds(16));

        assertThat(accountView(accounts.get(1)).state()).isEqualTo(AccountState.LEFT_OUT);
        assertThat(accountView(accounts.get(3)).state()).isEqualTo(AccountState.WAITING_FOR_PEOPLE);
        assertThat(accountView(accounts.get(2)).state()).isEqualTo(AccountState.PLANNED);
    }

    @Test
    void aCampaignWithoutAnAccountThatIsReadyIsRefused() {
        var broken = account();
        portal.add(broken, Optional.of(PARTNER_ID));
        for (var accounts : List.of(List.of(broken), List.<String>of(), List.of("nobody-at-all"))) {
            assertThatThrownBy(() -> begin(plan(accounts, 0.5, false)))
                    .isInstanceOfSatisfying(CampaignRefused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(CampaignRefused.Refusal.NO_READY_ACCOUNT));
        }
    }

    @Test
    void theSameKeyOfTheSameCallerIsTheSameCampaign() {
        var plan = plan(accounts(1), 0.5, false);
        var first = createCampaign.create(plan, OPERATOR, Optional.of("key"));

        assertThat(createCampaign.create(plan, OPERATOR, Optional.of("key"))).isEqualTo(first);
        assertThatThrownBy(() -> createCampaign.create(plan(accounts(1), 0.5, false), OPERATOR, Optional.of("key")))
                .isInstanceOf(CampaignRefused.class);
    }

    private static CampaignPlan plan(List<String> accounts, double brakeFailureRate, boolean automatically) {
        return new CampaignPlan("Campaign", Optional.of(accounts), 1, 2, 600, brakeFailureRate, automatically);
    }

    private void begin(CampaignPlan plan) {
        campaign = createCampaign.create(plan, OPERATOR, Optional.empty());
        begun = living(MigrationCampaignModel.PROCESS_ID, campaign.toString());
        runJobs();
    }

    private void assertCompleted() {
        assertThat(begun)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_campaignCreated",
                        "serviceTask_selectWave",
                        "serviceTask_startAccounts",
                        "serviceTask_judgeWave",
                        "endEvent_waveDone",
                        "endEvent_campaignCompleted");
        assertThat(view().state()).isEqualTo(CampaignState.COMPLETED);
    }

    private static String account() {
        return "Campaign." + ACCOUNTS.incrementAndGet();
    }

    private List<String> accounts(int count) {
        return Stream.generate(CampaignScenarios::account)
                .limit(count)
                .peek(account -> portal.add(account, Optional.of(PARTNER_ID), OWNER))
                .toList();
    }

    private static List<String> with(List<String> accounts, String another) {
        return Stream.concat(accounts.stream(), Stream.of(another)).toList();
    }

    private void everybodyActs() {
        taskService
                .createTaskQuery()
                .taskDefinitionKey("userTask_provideWorkEmail")
                .list()
                .forEach(task ->
                        as(task.getAssignee(), () -> taskService.complete(task.getId(), Map.of("workEmail", OWNER))));
        runJobs();
        pass(Duration.ofSeconds(16));
    }

    private void override(String account, Action action) {
        overrideAccount.override(campaign, account, action, "Because", OPERATOR);
    }

    private CampaignView view() {
        return viewCampaigns.of(campaign);
    }

    private CampaignView.Wave wave(int number) {
        return view().waves().get(number - 1);
    }

    private AccountView accountView(String account) {
        return viewCampaigns.accounts(campaign, Optional.empty(), 0, 100).stream()
                .filter(it -> it.publisherId().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private List<CampaignEvent.Type> whatHappened() {
        var types = new ArrayList<>(
                view().events().stream().map(CampaignEvent::type).toList());
        Collections.reverse(types);
        return types;
    }
}
