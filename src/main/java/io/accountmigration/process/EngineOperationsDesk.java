package io.accountmigration.process;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.operations.TaskAge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what the engine has on its hands, and has stopped steps tried again. What the engine's queries cannot group is
 * asked of its tables.
 */
@Component
class EngineOperationsDesk implements EngineOperations {

    /** Incidents and jobs are separate in the engine: one that people can do something about has a job. */
    private static final String STOPPED = """
            from act_ru_incident i
            join act_re_procdef d on d.id_ = i.proc_def_id_
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            where i.incident_type_ = 'failedJob'""";

    private static final String LIKE_THE_SAMPLE = """
             and exists (select 1 from act_ru_incident s join act_re_procdef p on p.id_ = s.proc_def_id_
               where s.configuration_ = ? and p.key_ = d.key_ and s.activity_id_ = i.activity_id_
                 and coalesce(s.incident_msg_, '') = coalesce(i.incident_msg_, ''))""";

    private static final String STEP = """
            select i.configuration_ job, d.id_ definition, d.key_ process, i.activity_id_ activity,
              i.incident_msg_ reason, i.proc_inst_id_ instance, e.business_key_ business_key,
              i.incident_timestamp_ since\s""";

    private static final String CAUSES = """
            select min(i.configuration_) job, max(d.id_) definition, d.key_ process, i.activity_id_ activity,
              i.incident_msg_ reason, count(*) steps, min(i.incident_timestamp_) since\s""";

    private static final String LOST = """
            from migration m where m.ended_at is null
              and not exists (select 1 from act_ru_execution e where e.id_ = m.process_instance_id)""";

    private static final Set<String> OF_A_PUBLISHER = Set.of(
            AccountMigrationModel.PROCESS_ID,
            UserBackSyncModel.PROCESS_ID,
            OwnerSearchModel.PROCESS_ID,
            EngineVerificationWorkflow.PROCESS_ID);

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;
    private final RepositoryService repositoryService;
    private final EngineCaller engineCaller;
    private final JdbcTemplate database;

    EngineOperationsDesk(ProcessEngine engine, EngineCaller engineCaller, JdbcTemplate database) {
        this.runtimeService = engine.getRuntimeService();
        this.taskService = engine.getTaskService();
        this.managementService = engine.getManagementService();
        this.repositoryService = engine.getRepositoryService();
        this.engineCaller = engineCaller;
        this.database = database;
    }

    @Override
    public Load load(Instant now) {
        var tasks = new EnumMap<TaskAge, Long>(TaskAge.class);
        for (var age : TaskAge.values()) {
            tasks.put(age, countTasks(age, now));
        }
        return new Load(
                tasks,
                runtimeService.createIncidentQuery().count(),
                managementService.createJobQuery().noRetriesLeft().count(),
                managementService.createJobQuery().executable().count(),
                database.queryForObject("select count(*) " + LOST, Long.class));
    }

    private long countTasks(TaskAge age, Instant now) {
        var query = taskService.createTaskQuery().active();
        if (age.fromDays() > 0) {
            query.taskCreatedBefore(Date.from(now.minus(Duration.ofDays(age.fromDays()))));
        }
        if (!age.isOpenEnded()) {
            // One millisecond belongs to the older side alone: the engine compares strictly on both.
            query.taskCreatedAfter(
                    Date.from(now.minus(Duration.ofDays(age.toDays())).minusMillis(1)));
        }
        return query.count();
    }

    @Override
    public List<Cause> causes(int atMost) {
        return database.query(
                CAUSES + STOPPED + " group by d.key_, i.activity_id_, i.incident_msg_"
                        + " order by count(*) desc, min(i.configuration_) limit ?",
                (row, number) -> new Cause(
                        row.getString("job"),
                        row.getString("process"),
                        nameOf(row),
                        reasonIn(row),
                        row.getLong("steps"),
                        row.getTimestamp("since").toInstant()),
                atMost);
    }

    @Override
    public long countLike(String sample) {
        return database.queryForObject("select count(*) " + STOPPED + LIKE_THE_SAMPLE, Long.class, sample);
    }

    @Override
    public List<FailedStep> like(String sample, int atMost) {
        return database.query(
                STEP + STOPPED + LIKE_THE_SAMPLE + " order by i.incident_timestamp_, i.id_ limit ?",
                this::step,
                sample,
                atMost);
    }

    @Override
    public List<FailedStep> stillFailed(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var places = String.join(",", ids.stream().map(id -> "?").toList());
        return database.query(
                STEP + STOPPED + " and i.configuration_ in (" + places + ") order by i.incident_timestamp_, i.id_",
                this::step,
                ids.toArray());
    }

    private FailedStep step(ResultSet row, int number) throws SQLException {
        var process = row.getString("process");
        return new FailedStep(
                row.getString("job"),
                process,
                nameOf(row),
                reasonIn(row),
                row.getString("instance"),
                Optional.ofNullable(row.getString("business_key")).filter(key -> OF_A_PUBLISHER.contains(process)),
                row.getTimestamp("since").toInstant());
    }

    private static String reasonIn(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("reason")).orElse("");
    }

    /** The name in the model, which the engine keeps in memory. */
    private String nameOf(ResultSet row) throws SQLException {
        var activity = row.getString("activity");
        var element = repositoryService
                .getBpmnModelInstance(row.getString("definition"))
                .getModelElementById(activity);
        return element instanceof FlowElement named && named.getName() != null ? named.getName() : activity;
    }

    @Override
    public boolean retry(String id, Caller caller) {
        var stopped =
                managementService.createJobQuery().jobId(id).noRetriesLeft().singleResult();
        if (stopped == null) {
            return false;
        }
        return engineCaller.actAs(caller, () -> {
            managementService.setJobRetries(id, 1);
            return true;
        });
    }

    @Override
    public List<String> lostCases(int atMost) {
        return database.queryForList(
                "select m.publisher_id " + LOST + " order by m.started_at limit ?", String.class, atMost);
    }
}
