package io.accountmigration.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks for a person's tasks among those that were granted to this person. The engine, left to itself, holds each open
 * task of everybody against the person's grants.
 */
class GrantedTasks extends RightsOfGivenGroups {

    /** Whoever has more has to wait for the engine. */
    private static final int AT_MOST = 1000;

    private static final String NONE = "-";

    private static final String GRANTS = """
            select resource_type_, resource_id_, perms_ from act_ru_authorization
            where type_ in (0, 1) and resource_type_ in (?, ?) and (user_id_ in (?, '*') %s) limit ?""";

    private final JdbcTemplate database;

    GrantedTasks(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (isAuthCheckExecuted() && !isNarrow(query)) {
            var grants = grants();
            if (grants.size() <= AT_MOST && grants.stream().noneMatch(Grant::reachesManyTasks)) {
                query.taskIdIn(tasksOf(grants));
            }
        }
    }

    private static String[] tasksOf(List<Grant> grants) {
        var tasks = grants.stream().filter(Grant::ofTask).map(Grant::resourceId);
        return Stream.concat(Stream.of(NONE), tasks).toArray(String[]::new);
    }

    /** What names a task or an instance is answered by an index anyway. */
    private static boolean isNarrow(TaskQueryImpl query) {
        return query.getTaskId() != null
                || isGiven(query.getTaskIdIn())
                || query.getProcessInstanceId() != null
                || isGiven(query.getProcessInstanceIdIn())
                || query.getProcessInstanceBusinessKey() != null;
    }

    private static boolean isGiven(String[] names) {
        return names != null && names.length > 0;
    }

    private List<Grant> grants() {
        var person = getCurrentAuthentication();
        var groups = person.getGroupIds() == null ? List.<String>of() : person.getGroupIds();
        var ofGroups = groups.isEmpty()
                ? ""
                : "or group_id_ in ("
                        + String.join(", ", groups.stream().map(group -> "?").toList()) + ")";
        var arguments = Stream.of(
                        Stream.of(Resources.TASK.resourceType(), Resources.PROCESS_DEFINITION.resourceType()),
                        Stream.of(person.getUserId()),
                        groups.stream(),
                        Stream.of(AT_MOST + 1))
                .flatMap(argument -> argument)
                .toArray();
        return database.query(GRANTS.formatted(ofGroups), Grant::of, arguments);
    }

    private record Grant(boolean ofTask, String resourceId, boolean readsTasks) {

        static Grant of(ResultSet row, int number) throws SQLException {
            return new Grant(
                    row.getInt(1) == Resources.TASK.resourceType(),
                    row.getString(2),
                    (row.getInt(3) & Permissions.READ_TASK.getValue()) != 0);
        }

        boolean reachesManyTasks() {
            return ofTask ? resourceId.equals(Authorization.ANY) : readsTasks;
        }
    }
}
