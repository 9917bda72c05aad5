package io.accountmigration.process.operations;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.operations.TaskAge;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.process.ownersearch.OwnerSearchModel;
import io.accountmigration.process.usersync.UserBackSyncModel;
import io.accountmigration.process.verification.EngineVerificationWorkflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts what the engine has on its hands, and has stopped steps tried again. What the engine's queries cannot group is
 * asked of its tables.
 */
@Component
class EngineOperationsAdapter implements EngineOperations {

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

    private static final String AT_LEAST_AS_OLD = Stream.of(TaskAge.values())
            .map(age -> "count(case when create_time_ <= ? then 1 end) " + age)
            .collect(Collectors.joining(", ", "select ", " from act_ru_task"));

    private static final String STOPPED_WORK = """
            select count(*) incidents, count(case when incident_type_ = 'failedJob' then 1 end) jobs
            from act_ru_incident""";

    /** Counted, so that each instance is looked up in the index: asked whether it exists, the engine's are all read. */
    private static final String WITHOUT_INSTANCE =
            " (select count(*) from act_ru_execution e where e.id_ = m.process_instance_id) = 0";

    /** In order, which an index has them in. */
    private static final String COUNT_LOST = """
            select count(*)
            from (select process_instance_id from migration where ended_at is null order by process_instance_id) m
            where""" + WITHOUT_INSTANCE;

    /** On PostgreSQL an index holds these alone. */
    private static final String SUSPENDED =
            " from act_ru_execution e where e.suspension_state_ = 2 and e.parent_id_ is null";

    private static final Set<String> OF_A_PUBLISHER = Set.of(
            AccountMigrationModel.PROCESS_ID,
            UserBackSyncModel.PROCESS_ID,
            OwnerSearchModel.PROCESS_ID,
            EngineVerificationWorkflow.PROCESS_ID);

    private final ManagementService managementService;
    private final RepositoryService repositoryService;
    private final CurrentCaller currentCaller;
    private final JdbcTemplate database;

    EngineOperationsAdapter(ProcessEngine engine, CurrentCaller currentCaller, JdbcTemplate database) {
        this.managementService = engine.getManagementService();
        this.repositoryService = engine.getRepositoryService();
        this.currentCaller = currentCaller;
        this.database = database;
    }

    @Override
    public Load load(Instant now) {
        var stopped = database.queryForMap(STOPPED_WORK);
        return new Load(
                openTasks(now),
                number(stopped, "incidents"),
                number(stopped, "jobs"),
                managementService.createJobQuery().executable().count(),
                database.queryForObject(COUNT_LOST, Long.class),
                database.queryForObject("select count(*)" + SUSPENDED, Long.class));
    }

    /** All ages are counted with one query, on an index of the times alone. */
    private Map<TaskAge, Long> openTasks(Instant now) {
        var since = Stream.of(TaskAge.values())
                .map(age -> Timestamp.from(now.minus(Duration.ofDays(age.fromDays()))))
                .toArray();
        var atLeast = database.queryForMap(AT_LEAST_AS_OLD, since);
        var tasks = new EnumMap<TaskAge, Long>(TaskAge.class);
        var older = 0L;
        for (var place = TaskAge.values().length - 1; place >= 0; place--) {
            var age = TaskAge.values()[place];
            var asOld = number(atLeast, age.name());
            tasks.put(age, asOld - older);
            older = asOld;
        }
        return tasks;
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
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
    public List<FailedStep> stoppedIn(String processInstanceId) {
        return database.query(
                STEP + STOPPED + " and i.proc_inst_id_ = ? order by i.incident_timestamp_, i.id_",
                this::step,
                processInstanceId);
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
        return currentCaller.actAs(caller, () -> {
            managementService.setJobRetries(id, 1);
            return true;
        });
    }

    @Override
    public List<SuspendedInstance> suspended(int atMost) {
        return database.query(
                "select e.proc_inst_id_, e.proc_def_id_, e.business_key_" + SUSPENDED
                        + " order by e.proc_inst_id_ limit ?",
                (row, number) -> {
                    var process = repositoryService.getProcessDefinition(row.getString("proc_def_id_"));
                    return new SuspendedInstance(
                            row.getString("proc_inst_id_"),
                            process.getName(),
                            Optional.ofNullable(row.getString("business_key_"))
                                    .filter(key -> OF_A_PUBLISHER.contains(process.getKey())));
                },
                atMost);
    }

    @Override
    public List<String> lostCases(int atMost) {
        return database.queryForList(
                "select m.publisher_id from migration m where m.ended_at is null and" + WITHOUT_INSTANCE
                        + " order by m.started_at limit ?",
                String.class,
                atMost);
    }
}
