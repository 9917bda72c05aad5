package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import io.accountmigration.migration.start.PreviewStart;
import io.accountmigration.migration.start.StartReading;
import io.accountmigration.migration.start.StartVerdict;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

class StartCasesTest extends CaseTest {

    @Autowired
    private PreviewStart previewStart;

    @Autowired
    private StartReading startReading;

    @Autowired
    private ViewMigrations viewMigrations;

    @Test
    void anOwnerStartsTheCaseOfHisPublisher() {
        var spelled = startMigration.start(publisherId.toLowerCase(), Optional.empty(), owner(OWNER), Optional.empty());

        assertThat(spelled.publisherId()).isEqualTo(publisherId);
        var view = viewMigrations.latest(publisherId, owner(OWNER));
        assertThat(view.state()).isEqualTo(MigrationState.VALIDATING);
        assertThat(view.actors()).containsExactly(CaseView.PROGRAM);
        assertThat(viewMigrations.trail(publisherId)).singleElement().satisfies(event -> assertThat(event.actor())
                .isEqualTo(owner(OWNER).actor().id()));
    }

    @Test
    void anOwnerFindsTheNewestCaseOfEachPublisher() {
        start(Optional.empty(), owner(OWNER));
        endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
        pass(Duration.ofSeconds(1));
        start(Optional.empty(), owner(OWNER));

        assertThat(viewMigrations.newestOf(List.of(publisherId.toUpperCase(), "nobody"), owner(OWNER)))
                .extracting(CaseView::state)
                .containsExactly(MigrationState.VALIDATING);
        assertThat(viewMigrations.newestOf(List.of(publisherId), owner("stranger@contoso.com")))
                .isEmpty();
        assertThat(viewMigrations.newestOf(List.of(), owner(OWNER))).isEmpty();
    }

    @Test
    void whoeverMayNameOwnersNamesOne() {
        assertRefused(Refusal.REQUESTED_BY_MISSING, () -> start(Optional.empty(), Caller.PROGRAM));
        assertRefused(Refusal.NOT_OWNER, () -> start(Optional.of("stranger@contoso.com"), Caller.PROGRAM));
        assertRefused(Refusal.INPUT_TOO_LONG, () -> start(Optional.of("a".repeat(400)), Caller.PROGRAM));

        start(Optional.of(OWNER.toUpperCase()), Caller.PROGRAM);

        assertThat(theCase().actingOwner()).isEqualTo(OWNER);
    }

    @Test
    void nobodyStartsForSomebodyElse() {
        addUser(CO_OWNER, PublisherRole.OWNER);

        assertRefused(Refusal.NOT_OWNER, () -> start(Optional.empty(), owner("stranger@contoso.com")));
        assertRefused(Refusal.NOT_OWNER, () -> start(Optional.of(CO_OWNER), owner(OWNER)));
        assertThat(migrations.latest(publisherId)).isEmpty();
    }

    @Test
    void aPublisherHasOneLivingCase() {
        start();

        assertRefused(Refusal.ALREADY_RUNNING, () -> start(Optional.empty(), owner(OWNER)));
        assertThat(migrations.history(publisherId)).hasSize(1);
    }

    @Test
    void theSameRequestFindsTheCaseItStarted() {
        var key = Optional.of("key of " + publisherId);
        var started = startMigration.start(publisherId, Optional.empty(), owner(OWNER), key);

        assertThat(startMigration.start(publisherId, Optional.empty(), owner(OWNER), key))
                .isEqualTo(started);
        assertRefused(
                Refusal.IDEMPOTENCY_KEY_REUSED,
                () -> startMigration.start(publisherId, Optional.of(OWNER), owner(OWNER), key));
    }

    @Test
    void aKeyIsAnsweredAlikeWhateverHasBecomeOfTheCase() {
        var keyA = "key A of " + publisherId;
        var first = startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.of(keyA));
        startMigration.answered(owner(OWNER), keyA, "the first answer");
        endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
        pass(Duration.ofHours(1));
        var second = startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.of("B" + publisherId));
        startMigration.answered(owner(OWNER), keyA, "a later answer");

        assertThat(second.caseId()).isNotEqualTo(first.caseId());
        var repeated = startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.of(keyA));
        assertThat(repeated.caseId()).isEqualTo(first.caseId());
        assertThat(repeated.answer()).contains("the first answer");
    }

    @Test
    void aKeyOfSomebodyElseIsAnotherKey() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var key = Optional.of("key of " + publisherId);
        startMigration.start(publisherId, Optional.empty(), owner(OWNER), key);

        assertRefused(
                Refusal.ALREADY_RUNNING,
                () -> startMigration.start(publisherId, Optional.empty(), owner(CO_OWNER), key));
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var key = Optional.of("key of " + publisherId);
        startMigration.start(publisherId, Optional.empty(), owner(OWNER), key);
        endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
        pass(Duration.ofHours(24).minusSeconds(1));
        startMigration.forgetOldAnswers();
        var early = startMigration.start(publisherId, Optional.empty(), owner(OWNER), key);
        pass(Duration.ofSeconds(2));

        var late = startMigration.start(publisherId, Optional.empty(), owner(OWNER), key);

        assertThat(late.caseId()).isNotEqualTo(early.caseId());
        assertThat(migrations.history(publisherId)).hasSize(2);
    }

    @Test
    void anEarlierCaseHasAnAddressOfItsOwnWithItsEvents() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var service = new Caller("service of " + publisherId, Set.of(Role.SERVICE));
        var another = new Caller("another service", Set.of(Role.SERVICE));
        var earlier = startMigration.start(publisherId, Optional.of(OWNER), service, Optional.empty());
        endMigration.end(theCase().processInstanceId(), MigrationState.CANCELLED);
        pass(Duration.ofSeconds(1));
        var newest = startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.empty());

        assertThat(viewMigrations
                        .ofCase(publisherId.toUpperCase(), earlier.caseId(), owner(OWNER))
                        .state())
                .isEqualTo(MigrationState.CANCELLED);
        assertThat(viewMigrations.ofCase(publisherId, newest.caseId(), another).state())
                .isEqualTo(MigrationState.VALIDATING);
        assertRefused(
                Refusal.MIGRATION_NOT_FOUND, () -> viewMigrations.ofCase(publisherId, UUID.randomUUID(), another));
        assertRefused(
                Refusal.MIGRATION_NOT_FOUND, () -> viewMigrations.trailOfCase("other", earlier.caseId(), service));
        assertThat(viewMigrations.trailOfCase(publisherId, earlier.caseId(), service))
                .hasSizeGreaterThan(1);
        assertRefused(Refusal.NOT_ALLOWED, () -> viewMigrations.trail(publisherId, service));
        assertRefused(Refusal.NOT_ALLOWED, () -> viewMigrations.trailOfCase(publisherId, earlier.caseId(), another));
        assertRefused(
                Refusal.NOT_ALLOWED, () -> viewMigrations.trailOfCase(publisherId, newest.caseId(), owner(OWNER)));
    }

    @ParameterizedTest
    @CsvSource({"'', PUBLISHER_ID_MISSING", "unknown, PUBLISHER_NOT_FOUND", "a/b, PUBLISHER_NOT_FOUND"})
    void aPublisherThatCannotBeIsRefused(String id, Refusal refusal) {
        assertRefused(refusal, () -> startMigration.start(id, Optional.empty(), owner(OWNER), Optional.empty()));
        assertRefused(
                Refusal.INPUT_TOO_LONG,
                () -> startMigration.start("a".repeat(101), Optional.empty(), owner(OWNER), Optional.empty()));
    }

    @Test
    void whereNobodyOwnsThePublisherOperatorsLookForAnOwner() {
        portal.add(publisherId, Optional.of(PARTNER_ID));
        addUser("reader@contoso.com", PublisherRole.CONTRIBUTOR);

        assertRefused(Refusal.NO_OWNER, () -> start(Optional.of(OWNER), Caller.PROGRAM));

        assertThat(ownerSearch.whyFor(publisherId)).hasValue(Why.NO_OWNER);
        assertThat(previewStart.check(publisherId)).isEqualTo(new StartVerdict.Refused(Refusal.NO_OWNER));
    }

    @Test
    void aPreviewAndTheStartThatFollowsReadThePublisherOnce() {
        clearInvocations(portal);

        try (var scope = startReading.once(publisherId)) {
            assertThat(previewStart.check(publisherId)).isEqualTo(new StartVerdict.Startable(OWNER));
            start(Optional.of(OWNER), Caller.PROGRAM);
        }

        verify(portal, times(1)).find(any());
        verify(portal, times(1)).usersOf(any());
        portal.add("Another." + publisherId, Optional.of(PARTNER_ID), OWNER);
        startMigration.start("Another." + publisherId, Optional.of(OWNER), Caller.PROGRAM, Optional.empty());
        verify(portal, times(2)).find(any());
    }

    @Test
    void aPortalThatDoesNotAnswerIsAskedOnceForAStart() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .find(any());

        assertThatThrownBy(() -> start(Optional.of(OWNER), Caller.PROGRAM))
                .isInstanceOf(CloudPartnerPortalUnavailable.class);

        verify(portal, times(1)).find(any());
        assertThat(migrations.history(publisherId)).isEmpty();
    }

    @Test
    void aPreviewTellsWhatAStartWouldMeet() {
        assertThat(previewStart.check("unknown")).isEqualTo(new StartVerdict.Refused(Refusal.PUBLISHER_NOT_FOUND));
        assertThat(previewStart.check(publisherId)).isEqualTo(new StartVerdict.Startable(OWNER));
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .find(publisherId);
        assertThat(previewStart.check(publisherId)).isInstanceOf(StartVerdict.NotReached.class);
        Mockito.reset(portal);

        start();
        assertThat(previewStart.check(publisherId))
                .isEqualTo(new StartVerdict.Running(theCase().id()));
    }

    private void start(Optional<String> requestedBy, Caller caller) {
        startMigration.start(publisherId, requestedBy, caller, Optional.empty());
    }
}
