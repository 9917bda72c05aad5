package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.CANCEL_REQUESTED;
import static io.accountmigration.process.migration.AccountMigrationModel.CONFIRM_WORK_EMAIL;
import static io.accountmigration.process.migration.AccountMigrationModel.ENROL_IN_PARTNER_NETWORK;
import static io.accountmigration.process.migration.AccountMigrationModel.MOVE;
import static io.accountmigration.process.migration.AccountMigrationModel.OTHER_PARTNER_ID_REQUESTED;
import static io.accountmigration.process.migration.AccountMigrationModel.PROBLEM_CODE;
import static io.accountmigration.process.migration.AccountMigrationModel.PROBLEM_TEXT;
import static io.accountmigration.process.migration.AccountMigrationModel.PROCESS_ID;
import static io.accountmigration.process.migration.AccountMigrationModel.PROVIDE_WORK_EMAIL;
import static io.accountmigration.process.migration.AccountMigrationModel.RECHECK_DUE;
import static io.accountmigration.process.migration.AccountMigrationModel.REQUESTED_BY;
import static io.accountmigration.process.migration.AccountMigrationModel.REVERT;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.Refusal;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.ExceptionCauses;
import io.accountmigration.publisher.OutsideUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Moves cases by process instances of {@code account-migration}. */
@Component
class EngineMigrationWorkflow implements MigrationWorkflow {

    /** An instance as a whole, or the step that is next in it. */
    private static final String SUSPENDED = """
            select id_ from act_ru_execution where id_ in (:ids) and suspension_state_ = 2
            union
            select process_instance_id_ from act_ru_job
            where process_instance_id_ in (:ids) and suspension_state_ = 2 and type_ = 'message'""";

    private static final String OPEN_CASES =
            "select process_instance_id from migration where process_instance_id in (:ids) and ended_at is null";

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final AuthorizationService authorizationService;
    private final CurrentCaller currentCaller;
    private final NamedParameterJdbcTemplate database;
    private final FindingTexts texts;
    private final Clock clock;
    private final String tasklist;

    EngineMigrationWorkflow(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy ManagementService managementService,
            @Lazy AuthorizationService authorizationService,
            @Lazy CurrentCaller currentCaller,
            NamedParameterJdbcTemplate database,
            FindingTexts texts,
            Clock clock,
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
        this.authorizationService = authorizationService;
        this.currentCaller = currentCaller;
        this.database = database;
        this.texts = texts;
        this.clock = clock;
        this.tasklist = webapps + "/app/tasklist/default/";
    }

    @Override
    public void start(String publisherId, Optional<String> requestedBy, Caller caller) {
        try {
            currentCaller.actAs(
                    caller,
                    () -> runtimeService.startProcessInstanceByKey(
                            PROCESS_ID,
                            publisherId,
                            requestedBy
                                    .<Map<String, Object>>map(owner -> Map.of(REQUESTED_BY.name(), owner))
                                    .orElseGet(Map::of)));
        } catch (AuthorizationException notAllowed) {
            throw MigrationRefused.because(Refusal.NOT_ALLOWED, publisherId);
        } catch (ProcessEngineException wrapped) {
            throw ExceptionCauses.findRefused(wrapped)
                    .<RuntimeException>map(refused -> refused)
                    .or(() -> ExceptionCauses.find(wrapped, OutsideUnavailable.class))
                    .orElse(wrapped);
        }
    }

    @Override
    public Map<String, OpenTask> openTasks(Collection<String> processInstanceIds) {
        return taskService
                .createTaskQuery()
                .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(Task::getProcessInstanceId, this::describe, (one, other) -> one));
    }

    private OpenTask describe(Task task) {
        return new OpenTask(
                task.getId(),
                Optional.ofNullable(task.getAssignee()),
                tasklist + "#/?forceDisplayTask=true&task=" + task.getId());
    }

    @Override
    public Set<String> stuck(Collection<String> processInstanceIds) {
        var ids = Set.copyOf(processInstanceIds);
        var failed = idsOf(runtimeService
                .createProcessInstanceQuery()
                .processInstanceIds(ids)
                .withIncident());
        var absent = new HashSet<>(ids);
        absent.removeAll(idsOf(runtimeService.createProcessInstanceQuery().processInstanceIds(ids)));
        return Stream.concat(failed.stream(), openCasesOf(absent).stream()).collect(Collectors.toSet());
    }

    /** Of instances that are not there: a case that has just ended has none any more either, and is not stuck. */
    private Set<String> openCasesOf(Set<String> absent) {
        return absent.isEmpty()
                ? Set.of()
                : Set.copyOf(database.queryForList(OPEN_CASES, Map.of("ids", absent), String.class));
    }

    @Override
    public Set<String> suspended(Collection<String> processInstanceIds) {
        return Set.copyOf(database.queryForList(SUSPENDED, Map.of("ids", processInstanceIds), String.class));
    }

    @Override
    public Optional<Instant> nextEnrolmentCheck(String processInstanceId) {
        return managementService
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .activityId(RECHECK_DUE)
                .list()
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }

    private static Set<String> idsOf(ProcessInstanceQuery query) {
        return query.list().stream().map(ProcessInstance::getProcessInstanceId).collect(Collectors.toSet());
    }

    @Override
    public boolean exists(String processInstanceId) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .count()
                > 0;
    }

    @Override
    public String revert(String publisherId) {
        return runtimeService
                .createProcessInstanceByKey(PROCESS_ID)
                .businessKey(publisherId)
                .startBeforeActivity(REVERT)
                .execute()
                .getProcessInstanceId();
    }

    @Override
    public String goOnWithMove(String publisherId, String processInstanceId) {
        return currentCaller.askAsProgram(() -> {
            var instance = exists(processInstanceId) ? processInstanceId : revert(publisherId);
            var waiting = runtimeService.getActivityInstance(instance);
            var change = runtimeService.createProcessInstanceModification(instance);
            for (var activity : waiting.getChildActivityInstances()) {
                change.cancelActivityInstance(activity.getId());
            }
            for (var transition : waiting.getChildTransitionInstances()) {
                change.cancelTransitionInstance(transition.getId());
            }
            ExceptionCauses.tellLostRace(() -> change.startBeforeActivity(MOVE).execute());
            return instance;
        });
    }

    @Override
    public void noticeGivenUp(String processInstanceId) {
        var waiting = runtimeService
                .createEventSubscriptionQuery()
                .processInstanceId(processInstanceId)
                .eventName(CANCEL_REQUESTED)
                .singleResult();
        if (waiting != null) {
            ExceptionCauses.tellLostRace(
                    () -> runtimeService.messageEventReceived(CANCEL_REQUESTED, waiting.getExecutionId()));
        } else {
            retryFailedSteps(processInstanceId);
            endPauses(processInstanceId);
        }
    }

    /** A step that was to look again later looks now. */
    private void endPauses(String processInstanceId) {
        var now = Date.from(clock.instant());
        managementService
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .messages()
                .withRetriesLeft()
                .duedateHigherThan(now)
                .list()
                .stream()
                .map(Job::getId)
                .forEach(job -> ExceptionCauses.tellLostRace(() -> managementService.setJobDuedate(job, now)));
    }

    @Override
    public void retryFailedSteps(String processInstanceId) {
        managementService.createJobQuery().processInstanceId(processInstanceId).noRetriesLeft().list().stream()
                .map(Job::getId)
                .forEach(job -> ExceptionCauses.tellLostRace(() -> managementService.setJobRetries(job, 1)));
    }

    @Override
    public void askForPartnerId(String processInstanceId) {
        ExceptionCauses.tellLostRace(() -> runtimeService
                .createMessageCorrelation(OTHER_PARTNER_ID_REQUESTED)
                .processInstanceId(processInstanceId)
                .correlate());
    }

    @Override
    public void askForPartnerIdInsteadOfAddress(String processInstanceId) {
        currentCaller.actAsProgram(() -> ExceptionCauses.tellLostRace(() -> runtimeService
                .createProcessInstanceModification(processInstanceId)
                .startBeforeActivity(ENROL_IN_PARTNER_NETWORK)
                .cancelAllForActivity(PROVIDE_WORK_EMAIL)
                .execute()));
    }

    @Override
    public void askForWorkEmail(String processInstanceId) {
        currentCaller.actAsProgram(() -> taskService
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(CONFIRM_WORK_EMAIL)
                .list()
                .forEach(task -> ExceptionCauses.tellLostRace(() -> taskService.complete(task.getId()))));
    }

    @Override
    public void offer(String taskId, Optional<String> assignee, List<String> candidates, Migration migration) {
        var allowed = Stream.concat(assignee.stream(), candidates.stream()).collect(Collectors.toSet());
        currentCaller.actAsProgram(() -> ExceptionCauses.tellLostRace(() -> {
            taskService.setAssignee(taskId, assignee.orElse(null));
            taskService.setVariable(taskId, WORK_EMAIL.name(), migration.offeredAddress());
            migration
                    .problem()
                    .ifPresentOrElse(
                            problem -> taskService.setVariables(
                                    taskId,
                                    Map.of(
                                            PROBLEM_CODE.name(),
                                            problem.code().name(),
                                            PROBLEM_TEXT.name(),
                                            texts.text(problem, migration.language()))),
                            () -> taskService.removeVariables(
                                    taskId, List.of(PROBLEM_CODE.name(), PROBLEM_TEXT.name())));
            var known = candidatesOf(taskId);
            known.stream()
                    .filter(user -> !candidates.contains(user))
                    .forEach(user -> taskService.deleteCandidateUser(taskId, user));
            candidates.stream()
                    .filter(user -> !known.contains(user))
                    .forEach(user -> taskService.addCandidateUser(taskId, user));
            close(taskId, allowed);
        }));
    }

    @Override
    public void close(String taskId, Collection<String> allowed) {
        currentCaller.actAsProgram(() -> ExceptionCauses.tellLostRace(() ->
                authorizationService
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(taskId)
                        .list()
                        .stream()
                        .filter(grant -> grant.getUserId() != null && !allowed.contains(grant.getUserId()))
                        .forEach(grant -> authorizationService.deleteAuthorization(grant.getId()))));
    }

    private Set<String> candidatesOf(String taskId) {
        return taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
