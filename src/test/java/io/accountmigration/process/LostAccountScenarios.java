package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;

/** A moved account that is not active in Partner Center any more lives nowhere: everybody is told what is. */
abstract class LostAccountScenarios extends Scenario {

    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final String OPERATORS = "operators@account-migration.example";

    @Autowired
    ViewUserSync viewUserSync;

    @Autowired
    RequestReconciliation requestReconciliation;

    @Autowired
    ViewMigrations viewMigrations;

    @Autowired
    ViewVerification viewVerification;

    @Autowired
    PublisherBanner publisherBanner;

    @ParameterizedTest
    @ValueSource(strings = {"PROVISIONING", "SUSPENDED", "GONE"})
    void isAnAlarmInEveryComparison(String condition) {
        startAndProvide(OWNER);
        become(condition);

        compareUsers();
        compareUsers();

        assertLost();
        assertThat(portal.usersOf(publisherId)).allMatch(PublisherUser::active);
        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.to().equals(OPERATORS))
                .filteredOn(letter -> letter.text().contains(condition))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROVISIONING", "SUSPENDED", "GONE"})
    void nothingOfItIsCarriedOver(String condition) {
        startAndProvide(OWNER);
        push("reader", ChangeOperation.ADD, "Developer");
        push("leaver", ChangeOperation.ADD, "Developer");
        runJobs();
        become(condition);

        push("leaver", ChangeOperation.REMOVE);
        advance(SETTLED);
        runJobs();
        assertLost();
        push("reader", ChangeOperation.CHANGE_ROLE, "Manager");
        push("stranger", ChangeOperation.ADD, "Manager");
        runJobs();
        advance(SETTLED);
        runJobs();

        assertLost();
        assertThat(portal.usersOf(publisherId))
                .filteredOn(user -> !user.signsInAs(OWNER))
                .allMatch(PublisherUser::active)
                .extracting(PublisherUser::userId, PublisherUser::role)
                .containsExactlyInAnyOrder(
                        tuple("reader", PublisherRole.CONTRIBUTOR), tuple("leaver", PublisherRole.CONTRIBUTOR));
    }

    @Test
    void whatBecomesWorseIsToldAgain() {
        startAndProvide(OWNER);
        for (var condition : List.of("SUSPENDED", "GONE")) {
            become(condition);
            compareUsers();
            compareUsers();
        }

        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.to().equals(OPERATORS))
                .filteredOn(letter -> letter.text().contains("GONE"))
                .hasSize(1);
    }

    @Test
    void anActivationThatIsAcknowledgedAndLostIsNoticedAtOnceAndRepeated() {
        willDoNothing().willCallRealMethod().given(partnerCenter).activate(any(), any());

        startAndProvide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertLost();

        viewVerification.again(publisherId, OPERATOR);
        runJobs();
        compareUsers();

        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(accountItem().result()).isEqualTo(VerifiedItem.Result.MOVED);
        assertThat(publisherBanner.bannerFor(publisherId, owner()).state()).isEqualTo(PublisherBanner.State.MIGRATED);
        var view = viewMigrations.latest(publisherId, OPERATOR);
        assertThat(view.problem()).isEmpty();
        assertThat(view.actors()).isEmpty();
        var sync = viewUserSync.of(publisherId).orElseThrow();
        assertThat(sync.state().name()).isEqualTo("IN_STEP");
        assertThat(sync.parity().equal()).isTrue();
    }

    @Test
    void eachAttemptToActivateAgainIsARequestOfItsOwn() {
        startAndProvide(OWNER);
        become("PROVISIONING");
        willDoNothing().given(partnerCenter).activate(any(), any());
        for (var attempt = 0; attempt < 2; attempt++) {
            pass(Duration.ofMinutes(1));
            viewVerification.again(publisherId, OPERATOR);
            runJobs();
        }

        assertThat(Mockito.mockingDetails(partnerCenter).getInvocations().stream()
                        .filter(call -> call.getMethod().getName().equals("activate"))
                        .map(call -> call.getArgument(1))
                        .distinct())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "GONE"})
    void whatIsMoreThanALostActivationIsReportedAndLeftToPeople(String condition) {
        startAndProvide(OWNER);
        become(condition);
        Mockito.clearInvocations(partnerCenter);

        viewVerification.again(publisherId, OPERATOR);
        runJobs();

        verify(partnerCenter, never()).activate(any(), any());
        assertThat(accountItem().result()).isEqualTo(VerifiedItem.Result.DIFFERS);
        assertThat(accountItem().differences()).containsExactly(condition);
    }

    @Test
    void somebodyElsesAccountIsNotActivated() {
        startAndProvide(OWNER);
        partnerCenter.add(publisherId, State.PROVISIONING, UUID.randomUUID().toString());
        Mockito.clearInvocations(partnerCenter);

        viewVerification.again(publisherId, OPERATOR);
        runJobs();

        verify(partnerCenter, never()).activate(any(), any());
        assertThat(accountItem().result()).isEqualTo(VerifiedItem.Result.DIFFERS);
    }

    @Test
    void aListThatLeavesTheAccountOutIsNoLoss() {
        startAndProvide(OWNER);
        willAnswer(call -> Optional.empty()).given(partnerCenter).accountOf(publisherId);

        compareUsers();

        assertThat(publisherBanner.bannerFor(publisherId, owner()).state()).isEqualTo(PublisherBanner.State.MIGRATED);
        assertThat(viewUserSync.of(publisherId).orElseThrow().state().name()).isNotEqualTo("ACCOUNT_NOT_ACTIVE");
    }

    private void become(String condition) {
        var caseId = theCase().id().toString();
        if (condition.equals("GONE")) {
            partnerCenter.lose(publisherId);
        } else {
            partnerCenter.add(publisherId, State.valueOf(condition), caseId);
        }
    }

    private void compareUsers() {
        advance(Duration.ofHours(3));
        requestReconciliation.ofAll(publisherId);
        runJobs();
    }

    private void assertLost() {
        var sync = viewUserSync.of(publisherId).orElseThrow();
        assertThat(sync.state().name()).isEqualTo("ACCOUNT_NOT_ACTIVE");
        assertThat(Optional.ofNullable(sync.parity()).filter(parity -> parity.equal()))
                .isEmpty();
        assertThat(publisherBanner.bannerFor(publisherId, owner()).state())
                .isEqualTo(PublisherBanner.State.IN_PROGRESS);
        var view = viewMigrations.latest(publisherId, owner());
        assertThat(view.problem().map(finding -> finding.code().name())).contains("ACCOUNT_NOT_ACTIVE");
        assertThat(view.actors()).isEqualTo(List.of("operators"));
    }

    private VerifiedItem accountItem() {
        return viewVerification.of(publisherId, OPERATOR).items().stream()
                .filter(item -> item.kind().name().equals("ACCOUNT"))
                .findFirst()
                .orElseThrow();
    }
}
