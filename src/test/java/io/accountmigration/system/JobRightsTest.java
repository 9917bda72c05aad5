package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may do what to a job, and that a refused attempt leaves the job exactly as it was. */
class JobRightsTest extends WholeProgramTest {

    private static final Date LONG_AGO = new Date(0);
    private static final List<String> ENDPOINTS = List.of("/engine-rest", Browser.ENGINE);

    /** What everybody who works at the engine is a member of. */
    private static final Map<Role, List<String>> GROUPS = Map.of(
            Role.OWNER, List.of("owners"),
            Role.CO_OWNER, List.of("owners"),
            Role.OWNER_OF_ANOTHER, List.of("owners"),
            Role.CONTRIBUTOR, List.of("owners"),
            Role.OPERATOR, List.of("operators"),
            Role.AUDITOR, List.of("auditors"),
            Role.SERVICE, List.of("services"),
            Role.ADMIN, List.of("camunda-admin"));

    private interface Attempt {

        void at(ManagementService management, Job job);
    }

    private record Call(String verb, String path, Object body) {}

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate database;

    private Subject subject;
    private Map<String, Job> jobs;

    /** Jobs that are due would be gone before anybody has tried anything. */
    @BeforeEach
    void haltTheJobExecutor() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var stranger = sandbox().create(Kind.FABRIKAM).owner();
        subject = new Subject(account, stranger, task.id(), cases().instanceOf(account), "", "");
        jobExecutor().shutdown();
        jobs = jobs();
    }

    @AfterEach
    void letTheJobExecutorContinue() {
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService().deleteProcessInstance(subject.instance(), "test is over");
        jobExecutor().start();
    }

    @Test
    void theEngineItselfRefusesWithoutATrace() {
        GROUPS.forEach((role, groups) -> jobs.forEach((kind, job) -> attempts().forEach((name, attempt) -> {
            if (role != Role.ADMIN) {
                var before = row(job);
                engine.getIdentityService().setAuthentication(subject.userIdOf(role), groups);
                var failure = catchThrowable(() -> attempt.at(engine.getManagementService(), job));
                engine.getIdentityService().clearAuthentication();

                var what = role + " " + name + " " + kind;
                if (mayRetry(role, kind, name)) {
                    assertThat(failure).as(what).isNull();
                } else {
                    assertThat(failure).as(what).isInstanceOf(AuthorizationException.class);
                    assertThat(row(job)).as(what).isEqualTo(before);
                }
            }
        })));
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(subject.instance())
                        .count())
                .isZero();
    }

    @Test
    void administratorsMayDoAnythingToJobsOfTheEngine() {
        var cleanup = jobs.get("clean-up");
        engine.getIdentityService().setAuthentication("admin", GROUPS.get(Role.ADMIN));
        var management = engine.getManagementService();

        management.suspendJobById(cleanup.getId());
        management.activateJobById(cleanup.getId());
        management.setJobRetries(cleanup.getId(), cleanup.getRetries());
        management.setJobDuedate(cleanup.getId(), cleanup.getDuedate());
    }

    @Test
    void everyEndpointRefusesWithoutATrace() {
        var changed = new ArrayList<String>();
        for (var role : EnumSet.complementOf(EnumSet.of(Role.ADMIN))) {
            jobs.forEach((kind, job) -> calls(job)
                    .forEach(call -> ENDPOINTS.forEach(endpoint -> {
                        var before = row(job);
                        var reply = send(endpoint, role, call);
                        if (!reply.isSuccess() || !mayRetry(role, kind, call.path())) {
                            if (reply.isSuccess() || reply.status() >= 500 || !row(job).equals(before)) {
                                changed.add(role + " " + kind + ": " + reply);
                            }
                        }
                    })));
        }
        assertThat(changed).isEmpty();
    }

    private static boolean mayRetry(Role role, String kind, String call) {
        return role == Role.OPERATOR && !kind.equals("clean-up") && call.contains("retries");
    }

    private Map<String, Attempt> attempts() {
        var attempts = new LinkedHashMap<String, Attempt>();
        attempts.put("execute", (management, job) -> management.executeJob(job.getId()));
        attempts.put("retries", (management, job) -> management.setJobRetries(job.getId(), job.getRetries()));
        attempts.put(
                "retries of several",
                (management, job) -> management.setJobRetries(List.of(job.getId()), job.getRetries()));
        attempts.put("due date", (management, job) -> management.setJobDuedate(job.getId(), LONG_AGO));
        attempts.put("priority", (management, job) -> management.setJobPriority(job.getId(), 1));
        attempts.put("suspend", (management, job) -> management.suspendJobById(job.getId()));
        attempts.put("activate", (management, job) -> management.activateJobById(job.getId()));
        attempts.put("delete", (management, job) -> management.deleteJob(job.getId()));
        return attempts;
    }

    private static List<Call> calls(Job job) {
        var path = "/job/" + job.getId();
        return List.of(
                new Call("POST", path + "/execute", null),
                new Call("PUT", path + "/retries", Map.of("retries", job.getRetries())),
                new Call("PUT", path + "/duedate", Map.of("duedate", "2001-01-01T00:00:00.000+0000")),
                new Call("POST", path + "/duedate/recalculate", null),
                new Call("PUT", path + "/priority", Map.of("priority", 1)),
                new Call("PUT", path + "/suspended", Map.of("suspended", true)),
                new Call("DELETE", path, null));
    }

    private Reply send(String endpoint, Role role, Call call) {
        var user = subject.userIdOf(role);
        var body = Visitor.json(call.body());
        return endpoint.equals(Browser.ENGINE) && user != null
                ? program().openBrowserOf(user).send(call.verb(), endpoint + call.path(), body)
                : program().as(user).send(call.verb(), endpoint + call.path(), body, Map.of());
    }

    /** The deadline as if it had come, the reminder, and the job with which the engine forgets its history. */
    private Map<String, Job> jobs() {
        var management = engine.getManagementService();
        var ofTheCase = management
                .createJobQuery()
                .processInstanceId(subject.instance())
                .timers()
                .list();
        assertThat(ofTheCase).hasSizeGreaterThanOrEqualTo(2);
        var deadline = ofTheCase.stream()
                .reduce((one, other) -> one.getDuedate().after(other.getDuedate()) ? one : other)
                .orElseThrow();
        management.setJobDuedate(deadline.getId(), LONG_AGO);
        var reminder =
                ofTheCase.stream().filter(job -> job != deadline).findFirst().orElseThrow();
        var cleanup = engine.getHistoryService().cleanUpHistoryAsync(false);
        return Map.of("due deadline", deadline, "reminder", reminder, "clean-up", cleanup);
    }

    private Map<String, Object> row(Job job) {
        return database.queryForMap("select * from ACT_RU_JOB where ID_ = ?", job.getId());
    }

    private JobExecutor jobExecutor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}
