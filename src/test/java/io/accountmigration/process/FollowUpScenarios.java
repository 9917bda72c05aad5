package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willReturn;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.publisher.WriteResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How people are followed up while a case waits for them, and how operators name an owner where none can be reached. */
abstract class FollowUpScenarios extends Scenario {

    private static final String OPERATORS = "operators@account-migration.example";
    private static final String NEW_OWNER = "new-owner@contoso.com";

    @Autowired
    StartMigration startMigration;

    @Autowired
    OwnerSearchWorkflow ownerSearchWorkflow;

    @Autowired
    ViewMigrations viewMigrations;

    @Test
    void whoGetsWhichMailWhen() {
        portal.add(publisherId, Optional.of(PARTNER_ID), OWNER, CO_OWNER);
        start();

        assertThat(mailsOfDays(0, 60))
                .containsExactly(
                        // day, who, what
                        "0  " + OWNER + "  Your account " + publisherId + " is moving to Partner Center",
                        "3  " + OWNER + "  Reminder: the migration of " + publisherId + " waits for you",
                        "6  " + OWNER + "  Reminder: the migration of " + publisherId + " waits for you",
                        "7  " + CO_OWNER + "  The migration of " + publisherId + " waits for an owner",
                        "14  " + OPERATORS + "  No owner acts on the migration of " + publisherId,
                        "60  " + OWNER + "  The migration of " + publisherId + " has expired",
                        "60  " + CO_OWNER + "  The migration of " + publisherId + " has expired");
        assertThat(theCase().state()).isEqualTo(MigrationState.EXPIRED);
        assertThat(searches()).isEmpty();
    }

    @Test
    void itBeginsAnewTheMomentSomebodyActs() {
        start();
        assertThat(mailsOfDays(0, 5)).hasSize(2);

        provide("nobody");

        assertThat(mailsOfDays(6, 10))
                .containsExactly("8  " + OWNER + "  Reminder: the migration of " + publisherId + " waits for you");
    }

    @Test
    void whoIsAloneIsFollowedByTheOperators() {
        start();

        assertThat(mailsOfDays(0, 20)).last().asString().startsWith("14  " + OPERATORS);
    }

    @Test
    void aMailSaysWhatHappensWhenNobodyActs() {
        start();
        letterbox.clear();
        pass(Duration.ofDays(3));

        assertThat(letterbox.letters()).singleElement().satisfies(letter -> assertThat(letter.text())
                .contains("/migrations/" + publisherId, "If nobody acts until", "it can be started again"));
    }

    @Test
    void anOwnerWhoHasLeftGetsAMailAboutTheNextTask() {
        partnerNetwork.add("3000", Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of("3000"), OWNER);
        startAndProvide(OWNER);
        letterbox.clear();
        partnerNetwork.add("3000", Vetting.REJECTED, CONTOSO);

        pass(Duration.ofHours(7));

        assertThat(letterbox.letters())
                .extracting(Letterbox.Letter::to, Letterbox.Letter::subject)
                .containsExactly(tuple(OWNER, "The migration of " + publisherId + " needs you"));
    }

    @Test
    void nobodyGetsMoreThanFiveOfThemOnOneDay() {
        var publishers = IntStream.range(0, 7)
                .mapToObj(number -> publisherId + "-" + number)
                .toList();
        for (var publisher : publishers) {
            portal.add(publisher, Optional.of(PARTNER_ID), "many@contoso.com");
            workflow.start(publisher, Optional.of("many@contoso.com"), Caller.PROGRAM);
        }
        runJobs();

        var mails = mailsOfDays(0, 4);
        assertThat(mails)
                .filteredOn(mail -> mail.contains("is moving to Partner Center"))
                .map(mail -> mail.substring(0, 1))
                .containsExactly("0", "0", "0", "0", "0", "1", "1");
        assertThat(mails)
                .filteredOn(mail -> mail.contains("Reminder"))
                .map(mail -> mail.substring(0, 1))
                .containsExactly("3", "3", "3", "3", "3", "4", "4");
    }

    @Test
    void operatorsNameAnOwnerWhoThenActs() {
        start();
        mailsOfDays(0, 14);
        var search = search();
        assertThat(search)
                .isWaitingAt("userTask_nameOwner")
                .hasVariables("publisherId", "why")
                .variables()
                .containsEntry("why", OwnerSearchWorkflow.Why.NOBODY_ACTS.name());
        assertThat(searchTask()).hasCandidateGroup(Groups.OPERATORS);
        letterbox.clear();

        name(NEW_OWNER, "the company's lawyer says so");

        assertThat(letterbox.letters())
                .extracting(Letterbox.Letter::to, Letterbox.Letter::subject)
                .containsExactly(tuple(NEW_OWNER, "Your account " + publisherId + " is moving to Partner Center"));
        assertThat(task().getAssignee()).isEqualTo(NEW_OWNER);
        assertFound(search);
        assertThat(viewMigrations.trail(publisherId))
                .extracting(MigrationEvent::type)
                .contains(MigrationEvent.Type.OWNER_NAMED);
        provide(NEW_OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(partnerCenter.usersOf(theCase().accountId().orElseThrow(), PartnerRole.MANAGER))
                .extracting(RoleMember::userPrincipalName)
                .contains(NEW_OWNER);
    }

    @Test
    void operatorsAreNotNeededAnyMoreWhenAnOwnerActs() {
        start();
        mailsOfDays(0, 14);
        var search = search();
        assertThat(search).isWaitingAt("userTask_nameOwner");

        provide("nobody");

        assertThat(search)
                .isEnded()
                .hasPassedInOrder("startEvent_ownerWanted", "event_ownerActed", "endEvent_searchCalledOff")
                .hasNotPassed("serviceTask_appointOwner");
        assertThat(searches()).isEmpty();
    }

    @Test
    void anAccountWithoutAnOwnerGoesToOperatorsWhoNameOne() {
        portal.add(publisherId, Optional.of(PARTNER_ID));
        assertThatThrownBy(this::startAsAService)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NO_OWNER));
        assertThatThrownBy(this::startAsAService).isInstanceOf(MigrationRefused.class);
        assertThat(ownerSearchWorkflow.underWay(100))
                .filteredOn(search -> search.publisherId().equals(publisherId))
                .singleElement()
                .satisfies(search -> assertThat(search.why()).isEqualTo(OwnerSearchWorkflow.Why.NO_OWNER));
        letterbox.clear();
        var search = search();
        assertThat(search).isWaitingAt("userTask_nameOwner");

        name(OWNER, "named by the company's board");

        assertFound(search);
        assertThat(search).hasNotPassed("event_ownerActed");
        assertThat(letterbox.letters())
                .extracting(Letterbox.Letter::to, Letterbox.Letter::subject)
                .containsExactly(tuple(OWNER, "You are now an owner of " + publisherId));
        startAndProvide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void whatIsNoAddressOrHasNoReasonIsRefusedAndTheTaskStays() {
        portal.add(publisherId, Optional.of(PARTNER_ID));
        assertThatThrownBy(this::startAsAService).isInstanceOf(MigrationRefused.class);

        for (var inputs : List.<Map<String, Object>>of(
                Map.of("owner", "nobody", "reason", "because"),
                Map.of("owner", OWNER, "reason", "  "),
                Map.of("owner", OWNER),
                Map.of("owner", 7, "reason", "because"),
                Map.of("owner", OWNER, "reason", "x".repeat(501)))) {
            assertThatThrownBy(() -> complete(inputs)).hasRootCauseInstanceOf(MigrationRefused.class);
        }
        assertThat(search())
                .isWaitingAt("userTask_nameOwner")
                .hasNotPassed("userTask_nameOwner")
                .hasVariables("publisherId", "why");
        assertThat(searches()).containsExactly(publisherId);
    }

    @Test
    void thePortalsRefusalLeadsBackToTheTask() {
        portal.add(publisherId, Optional.of(PARTNER_ID));
        assertThatThrownBy(this::startAsAService).isInstanceOf(MigrationRefused.class);
        willReturn(new WriteResult.Refused("UserBlocked", "This person is blocked."))
                .willCallRealMethod()
                .given(portal)
                .putUser(any(), any(), any(), any());

        name(OWNER, "because");

        var search = search();
        assertThat(search)
                .isWaitingAt("userTask_nameOwner")
                .hasPassedInOrder("userTask_nameOwner", "serviceTask_appointOwner")
                .variables()
                .containsEntry("problemText", "This person is blocked.");
        name(CO_OWNER, "the other one");
        assertFound(search);
        assertThat(search).hasPassedInOrder("serviceTask_appointOwner", "serviceTask_appointOwner");
    }

    private void startAsAService() {
        startMigration.start(publisherId, Optional.of(OWNER), Caller.PROGRAM, Optional.empty());
    }

    private List<String> searches() {
        return ownerSearchWorkflow.underWay(100).stream()
                .map(OwnerSearchWorkflow.Search::publisherId)
                .filter(publisherId::equals)
                .toList();
    }

    private ProcessInstance search() {
        return living(OwnerSearchModel.PROCESS_ID, publisherId);
    }

    private void assertFound(ProcessInstance search) {
        assertThat(search)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_ownerWanted",
                        "userTask_nameOwner",
                        "serviceTask_appointOwner",
                        "endEvent_ownerFound")
                .hasNotPassed("endEvent_searchCalledOff");
        assertThat(searches()).isEmpty();
    }

    private Task searchTask() {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(publisherId)
                .processDefinitionKey(OwnerSearchModel.PROCESS_ID)
                .singleResult();
    }

    private void name(String owner, String reason) {
        complete(Map.of("owner", owner, "reason", reason));
        runJobs();
    }

    private void complete(Map<String, Object> inputs) {
        var task = searchTask();
        identityService.setAuthentication("operator", List.of(Groups.OPERATORS));
        try {
            taskService.complete(task.getId(), inputs);
        } finally {
            identityService.clearAuthentication();
        }
    }

    /** Lets these days pass one by one and lists the mails of each. */
    private List<String> mailsOfDays(int first, int last) {
        var mails = new ArrayList<String>();
        for (var day = first; day <= last; day++) {
            if (day > 0) {
                pass(Duration.ofDays(1));
            }
            for (var letter : letterbox.letters()) {
                mails.add(day + "  " + letter.to() + "  " + letter.subject());
            }
            letterbox.clear();
        }
        return mails;
    }
}
