package io.accountmigration.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes many open cases out of one that was started in earnest, by copying its rows on PostgreSQL: the case with its
 * trail, and what the engine keeps of its instance, its task, its grants and its timers. Each copy has an owner of its
 * own, one in ten has a problem, and one in fifty does not get on.
 */
public class OpenCases {

    /** The tables of the engine that know an instance, in the order in which they refer to each other. */
    private static final List<Copied> ENGINE = List.of(
            new Copied("act_ru_execution", "proc_inst_id_ = ?"),
            new Copied("act_ru_task", "proc_inst_id_ = ?"),
            new Copied("act_ru_variable", "proc_inst_id_ = ?"),
            new Copied("act_ru_event_subscr", "proc_inst_id_ = ?"),
            new Copied("act_ru_job", "process_instance_id_ = ?"),
            new Copied("act_ru_identitylink", "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)"),
            new Copied("act_ru_authorization", "resource_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)"),
            new Copied("act_hi_procinst", "proc_inst_id_ = ?"),
            new Copied("act_hi_actinst", "proc_inst_id_ = ?"));

    /** Columns that name a row of the instance: each copy has its own. */
    private static final Set<String> OWN = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "execution_id_",
            "task_id_",
            "var_scope_",
            "resource_id_",
            "act_inst_id_",
            "activity_instance_id_",
            "parent_act_inst_id_");

    private static final Set<String> NAMES_A_PERSON = Set.of("assignee_", "user_id_");

    private record Copied(String table, String ofInstance) {}

    private final JdbcTemplate database;
    private final String publisherId;
    private final String instanceId;
    private int copies;

    public OpenCases(JdbcTemplate database, String publisherId) {
        this.database = database;
        this.publisherId = publisherId;
        this.instanceId = database.queryForObject(
                "select process_instance_id from migration where live_key = ?", String.class, publisherId);
    }

    /** Adds copies until there are so many open cases in all. */
    public void fillUpTo(int cases) {
        var range = "generate_series(" + (copies + 1) + ", " + (cases - 1) + ") n";
        copies = cases - 1;
        copyCase(range);
        ENGINE.forEach(copied -> copyRows(copied, range));
        database.execute("vacuum analyze");
    }

    private void copyCase(String range) {
        var different = new HashMap<String, String>();
        different.put("id", "md5(c.id::text || n)::uuid");
        List.of("publisher_id", "publisher_key", "live_key").forEach(column -> different.put(column, "'open-' || n"));
        different.put("process_instance_id", ofTheCopy("process_instance_id"));
        different.put("acting_owner", "'owner@open-' || n || '.example'");
        different.put("owners", "'[\"owner@open-' || n || '.example\"]'");
        different.put("started_at", "c.started_at - make_interval(secs => n)");
        different.put(
                "address_finding",
                "case when n % 10 = 0 then '{\"code\":\"TENANT_MISMATCH\",\"arguments\":[\"Contoso\"]}' end");
        different.put("problem_code", "case when n % 10 = 0 then 'TENANT_MISMATCH' end");
        different.put(
                "expected_by",
                "case when n % 50 = 0 then c.started_at - make_interval(mins => n) else c.expected_by end");
        insert("migration", different, " from migration c cross join " + range + " where c.live_key = ?", publisherId);
        insert(
                "migration_event",
                Map.of("id", "md5(c.id::text || n)::uuid", "migration_id", "md5(c.migration_id::text || n)::uuid"),
                " from migration_event c join migration m on m.id = c.migration_id cross join " + range
                        + " where m.live_key = ?",
                publisherId);
    }

    private void copyRows(Copied copied, String range) {
        var different = columnsOf(copied.table()).stream()
                .filter(column ->
                        OWN.contains(column) || NAMES_A_PERSON.contains(column) || column.equals("business_key_"))
                .collect(Collectors.toMap(column -> column, OpenCases::ofTheCopy));
        insert(
                copied.table(),
                different,
                " from " + copied.table() + " c cross join " + range + " where c." + copied.ofInstance(),
                instanceId);
    }

    private static String ofTheCopy(String column) {
        if (column.equals("business_key_")) {
            return "case when c.business_key_ is not null then 'open-' || n end";
        }
        if (NAMES_A_PERSON.contains(column)) {
            return "case when c." + column + " is not null then 'owner@open-' || n || '.example' end";
        }
        // Some are a name and an id with a colon between them.
        return "regexp_replace(c." + column + ", '[^:]+$', '') || md5(c." + column + " || '-' || n)::uuid";
    }

    private void insert(String table, Map<String, String> different, String from, String argument) {
        var columns = columnsOf(table);
        var values = columns.stream().map(column -> different.getOrDefault(column, "c." + column));
        database.update(
                "insert into " + table + " (" + quoted(columns) + ") select " + values.collect(Collectors.joining(", "))
                        + from,
                argument);
    }

    private static String quoted(List<String> columns) {
        return columns.stream().collect(Collectors.joining("\", \"", "\"", "\""));
    }

    private List<String> columnsOf(String table) {
        return database.queryForList(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " order by ordinal_position",
                String.class,
                table);
    }
}
