package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.migration.trail.MigrationEvents;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.SwitchResult;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Past the point of no return the switch is retried until it is done; one that the portal has refused is no such point. */
abstract class SwitchScenarios extends Scenario {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MigrationEvents events;

    @Test
    void aSwitchThatFailsIsAnIncidentThatAnOperatorRetriesToTheGoodEnd() {
        getStuckAtTheSwitch();

        retryAsAnOperator();

        assertMigrated();
    }

    @Test
    void aSwitchWhoseAnswerIsLostIsRepeated() {
        answersLostUntilAnOperatorRetries(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());

        startAndProvide(OWNER);
        waitOutTheRetries();
        retryAsAnOperator();

        assertMigrated();
    }

    @Test
    void anActivationThatFailsIsAnIncidentThatAnOperatorRetriesToTheGoodEnd() {
        untilAnOperatorRetries(new PartnerCenterUnavailable("down", null, null))
                .given(partnerCenter)
                .activate(any(), any());

        startAndProvide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_activatePartnerCenterAccount");
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);

        retryAsAnOperator();

        assertMigrated();
        // What the verification has read is too old by now.
        verify(partnerCenter).rosterOf(any());
    }

    @Test
    void afterTheMoveIsVerifiedItIsTooLateToCancel() {
        getStuckAtTheSwitch();

        assertThatThrownBy(this::cancel)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TOO_LATE));

        retryAsAnOperator();
        assertMigrated();
    }

    @Test
    void aMigratedCaseIsTooLateToCancel() {
        startAndProvide(OWNER);

        assertThatThrownBy(this::cancel)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TOO_LATE));
    }

    @Test
    void settingsThatChangedSinceTheTransferAreTransferredAgain() {
        editOnceBeforeTheSwitch();

        startAndProvide(OWNER);

        assertMigrated();
        assertThat(runsOf("serviceTask_transferSettings")).isEqualTo(2);
        assertThat(runsOf("serviceTask_lockPublisher")).isEqualTo(1);
        assertThat(runsOf("serviceTask_openPartnerCenterAccount")).isEqualTo(1);
        assertThat(begun)
                .hasPassedInOrder(
                        "serviceTask_lockPublisher",
                        "serviceTask_makePublisherReadOnly",
                        "serviceTask_transferSettings",
                        "serviceTask_transferUsers",
                        "serviceTask_verifyMove",
                        "serviceTask_makePublisherReadOnly",
                        "serviceTask_activatePartnerCenterAccount");
        assertThat(partnerCenter.settingsOf(InMemoryPartnerCenter.idFor(publisherId), SettingsArea.COMPANY))
                .isEqualTo(Optional.of(Map.of("content", "edited")));
    }

    @Test
    void aMoveThatThePortalRefusedToSwitchCanBeGivenUp() {
        editOnceBeforeTheSwitch();
        start();
        failAtTheSecondTransfer();
        provide(OWNER);
        waitOutTheRetries();

        cancel();
        letLateEffectsSettle();

        assertReverted();
    }

    @Test
    void anAccountWhoseLastOwnerLeavesBeforeTheSwitchCanBeGivenUp() {
        portal.addUser(publisherId, "colleague@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR);
        willAnswer(call -> {
                    portal.removeUser(publisherId, "u-" + OWNER, "1", null);
                    portal.editSettings(publisherId);
                    return call.callRealMethod();
                })
                .willCallRealMethod()
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferUsers");
        assertThat(problem()).isEqualTo("NO_OWNER_LEFT");

        cancel();
        letLateEffectsSettle();

        assertReverted();
    }

    @Test
    void aSecondTransferIsNotGivenUpWhenItsLockEnds() {
        editOnceBeforeTheSwitch();
        start();
        failAtTheSecondTransfer();
        provide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferSettings");

        pass(Duration.ofHours(19));
        retryAsAnOperator();

        assertMigrated();
    }

    @Test
    void aSecondTransferThatBeginsAfterTheLockHasEndedLocksAgain() {
        editOnceBeforeTheSwitch();
        start();
        failAtTheSecondTransfer();
        provide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_transferSettings");
        pass(Duration.ofDays(3));
        assertThat(portal.isLockedBy(publisherId, theCase().id())).isFalse();
        var locked = new ArrayList<Boolean>();
        willAnswer(call -> {
                    locked.add(portal.isLockedBy(publisherId, theCase().id()));
                    return call.callRealMethod();
                })
                .given(portal)
                .switchOver(any(), any(), any(), any());

        retryAsAnOperator();

        assertThat(locked).containsExactly(true);
        assertMigrated();
    }

    @Test
    void aPortalThatRefusesTheVersionItShowsIsAnIncidentAndNoTransferWithoutEnd() {
        willReturn(
                        new SwitchResult.Stale(),
                        new SwitchResult.Stale(),
                        new SwitchResult.Stale(),
                        new SwitchResult.Stale())
                .willCallRealMethod()
                .given(portal)
                .switchOver(any(), any(), any(), any());

        startAndProvide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_makePublisherReadOnly");
        assertThat(runsOf("serviceTask_transferSettings")).isEqualTo(1);

        retryAsAnOperator();

        assertMigrated();
    }

    @Test
    void theUserSyncStartsWhereTheTransferReadTheUsers() {
        startAndProvide(OWNER);

        var sync = jdbc.queryForMap("select * from user_sync where publisher_id = ?", publisherId);
        assertThat(sync).containsEntry("ACCOUNT_ID", InMemoryPartnerCenter.idFor(publisherId));
        assertThat(theCase().transferredAt()).isEqualTo(clock.instant());
    }

    @Test
    void theTrailOfACaseIsUnbrokenAndHoldsNoAddress() {
        startAndProvide("colleague@contoso.com");
        confirmWith(mailedCode());

        var last = theCase().id().toString();
        for (var line : events.trailOf(theCase().id())) {
            assertThat(line.follows(last)).isTrue();
            assertThat(line.subject() + line.actor()).doesNotContain("@");
            last = line.hash();
        }
        assertThat(events.trailOf(theCase().id()))
                .extracting(MigrationEvent::type)
                .startsWith(MigrationEvent.Type.REQUESTED)
                .endsWith(MigrationEvent.Type.ENDED);
    }

    private void getStuckAtTheSwitch() {
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_makePublisherReadOnly");
        assertThat(theCase().state()).isEqualTo(MigrationState.MOVING);
    }

    private void editOnceBeforeTheSwitch() {
        willAnswer(call -> {
                    portal.editSettings(publisherId);
                    return call.callRealMethod();
                })
                .willCallRealMethod()
                .given(portal)
                .switchOver(any(), any(), any(), any());
    }

    private void failAtTheSecondTransfer() {
        var down = new PartnerCenterUnavailable("down", null, null);
        willAnswer(call -> call.callRealMethod())
                .willAnswer(call -> call.callRealMethod())
                .willAnswer(call -> call.callRealMethod())
                .willThrow(down, down, down, down)
                .willCallRealMethod()
                .given(partnerCenter)
                .putSettings(any(), any(), any(), any());
    }

    private void assertReverted() {
        assertThat(begun).isEnded();
        assertThat(theCase().state()).isEqualTo(MigrationState.REVERTED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.ACTIVE);
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
    }

    private void assertMigrated() {
        assertThat(isOver()).isTrue();
        assertThat(begun)
                .isEnded()
                .hasPassedInOrder(
                        "serviceTask_verifyMove",
                        "serviceTask_makePublisherReadOnly",
                        "endEvent_accountMoved",
                        "serviceTask_activatePartnerCenterAccount",
                        "endEvent_accountMigrated");
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
    }
}
