package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.process.campaign.MigrationCampaignModel;
import io.accountmigration.process.mail.EngineMailQueue;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.process.readiness.ReadinessReportModel;
import io.accountmigration.process.usersync.UserBackSyncModel;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The processes of an account on the real engine with the real use cases; the outside systems are held in memory. */
@SpringBootTest(
        classes = ProcessTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "user-sync.batch=2",
            "campaign.batch=2",
            "user-sync.poll-interval=PT24H",
            "user-sync.wake-interval=PT24H",
            "user-sync.adoption-interval=PT24H",
            "readiness.recheck-poll=PT24H",
            "spring.datasource.url=jdbc:h2:mem:process-test;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "migration.trail.key=a-key-of-at-least-thirty-two-characters",
            "notification.from=no-reply@account-migration.example",
            "notification.operators=operators@account-migration.example"
        })
@ActiveProfiles("processtest")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class AccountMigrationTest {

    @Nested
    class Start extends StartScenarios {}

    @Nested
    class Input extends InputScenarios {}

    @Nested
    class Preparation extends PreparationScenarios {}

    @Nested
    class Enrolment extends EnrolmentScenarios {}

    @Nested
    class Interruption extends InterruptionScenarios {}

    @Nested
    class Limits extends LimitScenarios {}

    @Nested
    class Suspension extends SuspensionScenarios {}

    @Nested
    class Move extends MoveScenarios {}

    @Nested
    class UserLists extends UserListScenarios {}

    @Nested
    class EditedUsers extends EditedUsersScenarios {}

    @Nested
    class WorkAddresses extends WorkAddressScenarios {}

    @Nested
    class LeftBehind extends LeftBehindScenarios {}

    @Nested
    class LostAccounts extends LostAccountScenarios {}

    @Nested
    class EndOfCase extends EndOfCaseScenarios {}

    @Nested
    class Revert extends RevertScenarios {}

    @Nested
    class Restore extends RestoreScenarios {}

    @Nested
    class Switch extends SwitchScenarios {}

    @Nested
    class Sync extends SyncScenarios {}

    @Nested
    class Campaign extends CampaignScenarios {}

    @Nested
    class Forecast extends ForecastScenarios {}

    @Nested
    class Readiness extends ReadinessScenarios {}

    @Nested
    class DryRun extends DryRunScenarios {}

    @Nested
    class Upgrade extends UpgradeScenarios {}

    @Nested
    class EarlierVersion extends EarlierVersionScenarios {}

    @Nested
    class Metrics extends MetricScenarios {}

    @Nested
    class FollowUp extends FollowUpScenarios {}

    @Nested
    class Mail extends MailScenarios {}

    @Nested
    class ActingOwner extends ActingOwnerScenarios {}

    @Nested
    class Verification extends VerificationScenarios {}

    @Nested
    class ManyAtOnce extends ManyAtOnceScenarios {}

    @Nested
    class Audit extends AuditScenarios {}

    @Nested
    class Cost extends CostScenarios {}

    /** Runs last: holds all other scenarios together to the model. */
    @Nested
    @Order(Integer.MAX_VALUE)
    class Coverage extends Scenario {

        @Autowired
        RepositoryService repositoryService;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    AccountMigrationModel.PROCESS_ID,
                    EngineMailQueue.PROCESS_ID,
                    UserBackSyncModel.PROCESS_ID,
                    MigrationCampaignModel.PROCESS_ID,
                    OwnerSearchModel.PROCESS_ID,
                    ReadinessReportModel.PROCESS_ID
                })
        void everySequenceFlowOfTheModelIsTakenByAScenario(String process) {
            var definition = repositoryService
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            var flows = repositoryService
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(SequenceFlow.class);

            assertThat(flows).isNotEmpty().extracting(SequenceFlow::getId).isSubsetOf(takenFlows.ids());
        }
    }
}
