package io.accountmigration.process.migration;

import io.accountmigration.migration.ConfirmationOutcome;
import io.accountmigration.migration.MembershipStatus;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.process.engine.Variable;
import java.util.Map;
import java.util.Set;

/** The names that the model {@code processes/account-migration.bpmn} and the code share; a test holds them together. */
public final class AccountMigrationModel {

    public static final String PROCESS_ID = "account-migration";
    public static final String START_EVENT = "startEvent_requested";

    static final String MOVE = "subProcess_move";
    static final String PREPARE = "subProcess_prepare";
    static final String LOCK_PUBLISHER = "serviceTask_lockPublisher";
    public static final String REVERT = "subProcess_revert";

    public static final String RECHECK_DUE = "event_recheckDue";
    public static final String PROVIDE_WORK_EMAIL = "userTask_provideWorkEmail";
    public static final String ENROL_IN_PARTNER_NETWORK = "userTask_enrolInPartnerNetwork";
    static final String CONFIRM_WORK_EMAIL = "userTask_confirmWorkEmail";

    static final String CANCEL_REQUESTED = "migration.cancelRequested";
    static final String OTHER_PARTNER_ID_REQUESTED = "migration.otherPartnerIdRequested";

    static final String MOVE_GIVEN_UP = "moveGivenUp";
    static final String OWNER_GONE = "ownerGone";

    public static final Variable<String> PUBLISHER_ID = Variable.text("publisherId");
    static final Variable<String> REQUESTED_BY = Variable.text("requestedBy");
    static final Variable<String> WORK_EMAIL = Variable.text("workEmail");
    static final Variable<String> PARTNER_ID = Variable.text("partnerId");
    static final Variable<String> CONFIRMATION_CODE = Variable.text("confirmationCode");
    static final Variable<String> NEXT_STEP = Variable.text("nextStep");
    static final Variable<String> PROBLEM_CODE = Variable.text("problemCode");
    static final Variable<String> PROBLEM_TEXT = Variable.text("problemText");

    static final Variable<Boolean> WORK_EMAIL_WELL_FORMED = Variable.flag("workEmailWellFormed");
    static final Variable<Boolean> MICROSOFT_ACCOUNT = Variable.flag("microsoftAccount");
    static final Variable<Boolean> WORK_ACCOUNT = Variable.flag("workAccount");
    static final Variable<String> MEMBERSHIP = Variable.answer("membership");
    static final Variable<Boolean> TENANT_MATCHES = Variable.flag("tenantMatches");
    static final Variable<Boolean> CODE_NEEDED = Variable.flag("codeNeeded");
    static final Variable<String> CONFIRMATION = Variable.answer("confirmation");
    static final Variable<Boolean> PARTNER_ID_WELL_FORMED = Variable.flag("partnerIdWellFormed");
    static final Variable<Boolean> CONTENT_UNCHANGED = Variable.flag("contentUnchanged");

    /** What the first version of the model asks; instances of it are served until they are carried over or over. */
    static final Variable<Boolean> ALL_SETTINGS_TRANSFERRED = Variable.flag("allSettingsTransferred");

    static final Variable<Boolean> ALL_USERS_TRANSFERRED = Variable.flag("allUsersTransferred");
    static final Variable<Boolean> REVERTED = Variable.flag("reverted");

    /** What an owner may give at each task; everything else that a client sends along is dropped. */
    static final Map<String, Set<String>> INPUTS = Map.of(
            PROVIDE_WORK_EMAIL, Set.of(WORK_EMAIL.name()),
            ENROL_IN_PARTNER_NETWORK, Set.of(PARTNER_ID.name()),
            CONFIRM_WORK_EMAIL, Set.of(CONFIRMATION_CODE.name(), NEXT_STEP.name()));

    /** What forms show besides the inputs. */
    static final Set<String> SHOWN = Set.of(WORK_EMAIL.name(), PROBLEM_CODE.name(), PROBLEM_TEXT.name());

    static final Map<String, MigrationStep> STEP_OF_TASK = Map.of(
            PROVIDE_WORK_EMAIL, MigrationStep.PROVIDE_WORK_EMAIL,
            ENROL_IN_PARTNER_NETWORK, MigrationStep.ENROL_IN_PARTNER_NETWORK,
            CONFIRM_WORK_EMAIL, MigrationStep.CONFIRM_WORK_EMAIL);

    static final Map<String, MigrationState> OUTCOME_OF_END = Map.of(
            "endEvent_accountMigrated", MigrationState.MIGRATED,
            "endEvent_migrationCancelled", MigrationState.CANCELLED,
            "endEvent_migrationExpired", MigrationState.EXPIRED,
            "endEvent_migrationReverted", MigrationState.REVERTED);

    private AccountMigrationModel() {}

    /** How the model calls the state of a membership. */
    static String nameOf(MembershipStatus membership) {
        return switch (membership) {
            case USABLE -> "usable";
            case PENDING -> "pending";
            case UNUSABLE -> "unusable";
        };
    }

    /** How the model calls the answer to a confirmation. */
    static String nameOf(ConfirmationOutcome confirmation) {
        return switch (confirmation) {
            case CONFIRMED -> "confirmed";
            case WRONG -> "wrong";
            case SEND_AGAIN -> "sendAgain";
            case OTHER_ADDRESS -> "otherAddress";
        };
    }
}
