package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.ports.OnePublisher;
import io.accountmigration.process.campaign.MigrationCampaignModel;
import io.accountmigration.process.engine.Groups;
import io.accountmigration.process.engine.Variable;
import io.accountmigration.process.mail.EngineMailQueue;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.process.readiness.ReadinessReportModel;
import io.accountmigration.process.usersync.UserBackSyncModel;
import io.accountmigration.process.verification.EngineVerificationWorkflow;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.usersync.AcceptUserChange;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.IncomingChange;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.BDDMockito.BDDStubber;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ReflectionUtils;

/** One publisher in the real engine. The scenario moves the clock and runs the jobs; a job may fail only because the
 * outside does. */
abstract class Scenario extends OnePublisher {

    private static final List<String> PROCESSES = List.of(
            AccountMigrationModel.PROCESS_ID,
            UserBackSyncModel.PROCESS_ID,
            MigrationCampaignModel.PROCESS_ID,
            ReadinessReportModel.PROCESS_ID,
            EngineMailQueue.PROCESS_ID,
            OwnerSearchModel.PROCESS_ID,
            EngineVerificationWorkflow.PROCESS_ID);

    @Autowired
    AcceptUserChange acceptUserChange;

    @Autowired
    Letterbox letterbox;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService managementService;

    @Autowired
    HistoryService historyService;

    @Autowired
    TakenFlows takenFlows;

    @Autowired
    IdentityService identityService;

    @Autowired
    MigrationWorkflow workflow;

    @Autowired
    CancelMigration cancelMigration;

    /** What the scenario started, for the engine's assertions also when it is over. */
    ProcessInstance begun;

    private final List<Throwable> failures = new ArrayList<>();

    @BeforeEach
    void nothingHasHappened() {
        ProcessEngineTests.init(engine);
        setEngineClock();
        Mockito.reset(letterbox);
        letterbox.clear();
    }

    @AfterEach
    void onlyTheOutsideHasFailed() {
        identityService.clearAuthentication();
        runtimeService.createProcessInstanceQuery().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> runtimeService.deleteProcessInstance(id, "the scenario is over"));
        ProcessEngineTests.reset();
        ClockUtil.reset();
        assertThat(failures)
                .allSatisfy(failure -> assertThat(isOfTheOutside(failure)).isTrue());
    }

    private static boolean isOfTheOutside(Throwable failure) {
        return failure instanceof OutsideUnavailable
                || failure.getClass().getSimpleName().equals("MoveBlocked");
    }

    void start() {
        workflow.start(publisherId, Optional.of(OWNER), Caller.PROGRAM);
        begun = instance();
        runJobs();
    }

    /** The publisher has this owner only, who starts. */
    void ownedBy(String owner) {
        portal.add(publisherId, Optional.of(PARTNER_ID), owner);
        workflow.start(publisherId, Optional.of(owner), Caller.PROGRAM);
        runJobs();
    }

    void startAndProvide(String workEmail) {
        start();
        provide(workEmail);
    }

    void provide(String workEmail) {
        complete("userTask_provideWorkEmail", Map.of("workEmail", workEmail));
    }

    void enrolWith(String partnerId) {
        complete("userTask_enrolInPartnerNetwork", Map.of("partnerId", partnerId));
    }

    void confirmWith(String code) {
        complete("userTask_confirmWorkEmail", Map.of("confirmationCode", code));
    }

    void insteadOfConfirming(String nextStep) {
        complete("userTask_confirmWorkEmail", Map.of("nextStep", nextStep));
    }

    private void complete(String key, Map<String, Object> inputs) {
        var task = task();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(key);
        as(task.getAssignee(), () -> taskService.complete(task.getId(), inputs));
        runJobs();
    }

    /** A value for each variable that a model names, and for one that none does. */
    static Map<String, Object> everyVariableBut(String... inputs) {
        var names = Stream.of(AccountMigrationModel.class, MigrationCampaignModel.class, OwnerSearchModel.class)
                .flatMap(model -> Stream.of(model.getDeclaredFields()))
                .filter(field -> field.getType() == Variable.class)
                .map(field -> (Variable<?>) ReflectionUtils.getField(accessible(field), null))
                .map(Variable::name)
                .collect(Collectors.toSet());
        names.add("unheardOf");
        Stream.of(inputs).forEach(names::remove);
        return names.stream().collect(Collectors.toMap(name -> name, name -> "intruder"));
    }

    private static Field accessible(Field field) {
        ReflectionUtils.makeAccessible(field);
        return field;
    }

    /** Does what a signed-in owner does. */
    void as(String owner, Runnable action) {
        identityService.setAuthentication(owner, List.of(Groups.OWNERS));
        try {
            action.run();
        } finally {
            identityService.clearAuthentication();
        }
    }

    static Caller owner() {
        return new Caller(OWNER, Set.of(Caller.Role.PUBLISHER_USER));
    }

    void cancel() {
        cancelMigration.cancel(publisherId, OPERATOR);
        runJobs();
    }

    /** Runs every job that is due, and those that follow from it. */
    void runJobs() {
        asTheJobExecutor(() -> {
            for (var job = nextJob(); job.isPresent(); job = nextJob()) {
                run(job.get());
            }
        });
    }

    void run(Job job) {
        var failure = catchThrowable(() -> managementService.executeJob(job.getId()));
        if (failure != null) {
            failures.add(failure);
        }
    }

    /** Without this context the engine takes each job for one that a person runs by hand: it checks and logs that. */
    static void asTheJobExecutor(Runnable work) {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            work.run();
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private Optional<Job> nextJob() {
        return dueJobs().findFirst();
    }

    Stream<Job> dueJobs() {
        return managementService.createJobQuery().executable().orderByJobDuedate().asc().list().stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .filter(job -> PROCESSES.contains(job.getProcessDefinitionKey()));
    }

    void advance(Duration by) {
        clock.advance(by);
        setEngineClock();
    }

    void pass(Duration time) {
        advance(time);
        runJobs();
    }

    private void setEngineClock() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** A revert waits until no call that was given up can have an effect any more. */
    void letLateEffectsSettle() {
        pass(Duration.ofSeconds(6));
    }

    /** What the program has heard and remembers for some minutes is asked for again. */
    void letMemoryPass() {
        advance(Duration.ofMinutes(5));
    }

    /** The steps after the opening run so late that they ask for everything themselves, as on another node. */
    void handNothingOver() {
        Answer<Object> late = call -> {
            advance(Duration.ofMinutes(1));
            return call.callRealMethod();
        };
        willAnswer(late).given(partnerCenter).open(any(), any(), any(), any());
        willAnswer(late).given(partnerCenter).putSettings(any(), any(), any(), any());
    }

    void waitOutTheRetries() {
        pass(Duration.ofSeconds(10));
        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(10));
    }

    /** Takes failures as meant that are none of the outside's. */
    void expectFailures(Class<? extends RuntimeException> kind) {
        assertThat(failures).hasAtLeastOneElementOfType(kind);
        failures.removeIf(kind::isInstance);
    }

    /** So many jobs ended in this exception, which is meant. */
    void expectFailures(Class<? extends RuntimeException> kind, int times) {
        assertThat(failures).filteredOn(kind::isInstance).hasSize(times);
        failures.removeIf(kind::isInstance);
    }

    /** Whether the instance waits at an activity, or before it. */
    boolean isAt(String activityId) {
        return runtimeService.getActiveActivityIds(instanceId()).contains(activityId);
    }

    void retryAsAnOperator() {
        workflow.retryFailedSteps(instanceId());
        runJobs();
    }

    /** Fails as often as the engine tries by itself, and works from then on. */
    static BDDStubber untilAnOperatorRetries(RuntimeException failure) {
        return willThrow(failure, failure, failure, failure).willCallRealMethod();
    }

    /** Has its effect, but the answer is lost; as often as the engine tries by itself. */
    static BDDStubber answersLostUntilAnOperatorRetries(RuntimeException failure) {
        Answer<Object> lost = call -> {
            call.callRealMethod();
            throw failure;
        };
        return willAnswer(lost)
                .willAnswer(lost)
                .willAnswer(lost)
                .willAnswer(lost)
                .willCallRealMethod();
    }

    String instanceId() {
        return theCase().processInstanceId();
    }

    /** The living instance, for the engine's assertions. */
    ProcessInstance instance() {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instanceId())
                .singleResult();
    }

    /** The living instance of another process, for the engine's assertions also when it is over. */
    ProcessInstance living(String processId, String businessKey) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey, processId)
                .singleResult();
    }

    Job jobOf(ProcessInstance instance) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    Object variable(String name) {
        return runtimeService.getVariable(instanceId(), name);
    }

    Task task() {
        return taskService.createTaskQuery().processInstanceId(instanceId()).singleResult();
    }

    Job job() {
        return managementService
                .createJobQuery()
                .processInstanceId(instanceId())
                .messages()
                .singleResult();
    }

    Incident incident() {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(instanceId())
                .singleResult();
    }

    /** How many jobs it took to do the task. */
    long runsOf(String activityId) {
        var instanceId = instanceId();
        return takenFlows
                .passed()
                .filter(step -> step.processInstanceId().equals(instanceId)
                        && step.activityId().equals(activityId))
                .count();
    }

    long instances() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(AccountMigrationModel.PROCESS_ID)
                .count();
    }

    boolean isOver() {
        return Optional.ofNullable(historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId())
                        .singleResult())
                .map(HistoricProcessInstance::getEndTime)
                .isPresent();
    }

    /** The code of the newest letter that has one: it stands alone on a line. */
    String mailedCode() {
        return letterbox.letters().stream()
                .flatMap(letter -> letter.text().lines())
                .filter(line -> line.strip().matches("\\d{8}"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .strip();
    }

    void push(String userId, ChangeOperation operation, String... roles) {
        advance(Duration.ofSeconds(1));
        var change = new IncomingChange(
                userId + operation,
                clock.instant(),
                userId,
                userId + "@contoso.com",
                userId,
                operation,
                operation.name(),
                Set.of(roles));
        acceptUserChange.accept(publisherId, change);
    }
}
