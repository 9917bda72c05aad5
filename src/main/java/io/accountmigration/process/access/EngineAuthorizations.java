package io.accountmigration.process.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import io.accountmigration.process.campaign.MigrationCampaignModel;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.process.mail.EngineMailQueue;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.process.readiness.ReadinessReportModel;
import io.accountmigration.process.usersync.UserBackSyncModel;
import io.accountmigration.process.verification.EngineVerificationWorkflow;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what each role may do in the engine, and the filter that owners find their tasks with. */
@Component
class EngineAuthorizations implements InitializingBean {

    static final String FILTER = "My migrations";
    static final String OPERATORS_FILTER = "Owners to name";

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;
    private final FilterService filterService;
    private final TaskService taskService;
    private final JdbcTemplate database;
    private final TransactionOperations transaction;

    EngineAuthorizations(
            IdentityService identityService,
            AuthorizationService authorizationService,
            FilterService filterService,
            TaskService taskService,
            JdbcTemplate database,
            TransactionOperations transaction) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
        this.filterService = filterService;
        this.taskService = taskService;
        this.database = database;
        this.transaction = transaction;
    }

    /** Of nodes that start at once one goes first, and the others find everything done: the engine's own row decides. */
    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            database.queryForList("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update");
            writeDown();
        });
    }

    private void writeDown() {
        List.of(Groups.OWNERS, Groups.OPERATORS, Groups.AUDITORS, Groups.SERVICES, Groups.ADMINISTRATORS)
                .forEach(this::group);
        keepAnAdministrator();
        allowOwners();
        allowServices();
        allowOperators();
        for (var resource : Resources.values()) {
            grant(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
    }

    private void allowOwners() {
        grant(Groups.OWNERS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(
                Groups.OWNERS,
                Resources.FILTER,
                filter(
                        FILTER,
                        taskService.createTaskQuery().processDefinitionKey(AccountMigrationModel.PROCESS_ID),
                        "What waits for you, of all accounts that you own"),
                Permissions.READ);
        allowStart(Groups.OWNERS, Permissions.READ, Permissions.CREATE_INSTANCE);
    }

    private void allowServices() {
        allowStart(Groups.SERVICES, Permissions.READ, Permissions.CREATE_INSTANCE, Permissions.READ_INSTANCE);
    }

    private void allowOperators() {
        grant(Groups.OPERATORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(Groups.OPERATORS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        // Cockpit counts all tasks by group; each is of a process whose tasks operators may read anyway.
        grant(Groups.OPERATORS, Resources.TASK, ANY, Permissions.READ);
        allowStart(Groups.OPERATORS, operations(Permissions.CREATE_INSTANCE));
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, EngineMailQueue.PROCESS_ID, operations());
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, UserBackSyncModel.PROCESS_ID, operations());
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, MigrationCampaignModel.PROCESS_ID, operations());
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, ReadinessReportModel.PROCESS_ID, operations());
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, EngineVerificationWorkflow.PROCESS_ID, operations());
        grant(Groups.OPERATORS, Resources.PROCESS_DEFINITION, OwnerSearchModel.PROCESS_ID, operations());
        grant(
                Groups.OPERATORS,
                Resources.FILTER,
                filter(
                        OPERATORS_FILTER,
                        taskService
                                .createTaskQuery()
                                .taskCandidateGroup(Groups.OPERATORS)
                                .includeAssignedTasks()
                                .processDefinitionKey(OwnerSearchModel.PROCESS_ID),
                        "Accounts without a reachable owner"),
                Permissions.READ);
    }

    /** To watch and to retry, but neither to change nor to delete: giving up has an endpoint of its own. */
    private static Permission[] operations(Permission... more) {
        var permissions = new java.util.ArrayList<Permission>(List.of(
                Permissions.READ,
                Permissions.READ_INSTANCE,
                Permissions.READ_HISTORY,
                Permissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE));
        permissions.addAll(List.of(more));
        return permissions.toArray(Permission[]::new);
    }

    private void allowStart(String group, Permission... permissions) {
        grant(group, Resources.PROCESS_DEFINITION, AccountMigrationModel.PROCESS_ID, permissions);
        grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void group(String id) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            var group = identityService.newGroup(id);
            group.setName(Character.toUpperCase(id.charAt(0)) + id.substring(1));
            group.setType("WORKFLOW");
            identityService.saveGroup(group);
        }
    }

    /** The web applications lead everybody to their set-up page while no user is an administrator. */
    private void keepAnAdministrator() {
        var known = identityService.createUserQuery().userId(Groups.OWN_ADMINISTRATOR);
        if (known.count() == 0) {
            identityService.saveUser(identityService.newUser(Groups.OWN_ADMINISTRATOR));
        }
        if (known.memberOfGroup(Groups.ADMINISTRATORS).count() == 0) {
            identityService.createMembership(Groups.OWN_ADMINISTRATOR, Groups.ADMINISTRATORS);
        }
    }

    private void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        var known = authorizationService
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        var authorization = known != null ? known : authorizationService.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(resourceId);
        authorization.setPermissions(permissions);
        authorizationService.saveAuthorization(authorization);
    }

    private String filter(String name, TaskQuery query, String description) {
        var known = filterService.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst();
        return known.orElseGet(() -> filterService.saveFilter(filterService
                        .newTaskFilter(name)
                        .setQuery(query)
                        .setProperties(Map.of(
                                "description",
                                description,
                                "priority",
                                0,
                                "refresh",
                                true,
                                "variables",
                                List.of(Map.of("name", AccountMigrationModel.PUBLISHER_ID.name(), "label", "Account")),
                                "showUndefinedVariable",
                                false))))
                .getId();
    }
}
