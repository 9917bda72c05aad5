package io.accountmigration.system.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every row of every table, the engine's and ours, so that it shows when a call has changed any. Left out is only when
 * each schedule ran last, and when the owners of a case were last read: a refusal may rest on a list that was just read.
 */
record DatabaseRows(Map<String, List<String>> tables) {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'SHEDLOCK'";

    private static final Map<String, Set<String>> LEFT_OUT = Map.of("MIGRATION", Set.of("OWNERS_READ_AT", "VERSION"));

    static DatabaseRows of(JdbcTemplate database) {
        return new DatabaseRows(database.queryForList(TABLES, String.class).stream()
                .collect(Collectors.toMap(
                        table -> table, table -> rowsOf(table, database), (one, other) -> one, TreeMap::new)));
    }

    private static List<String> rowsOf(String table, JdbcTemplate database) {
        return database
                .query("select * from \"" + table + "\"", (row, number) -> {
                    var columns = row.getMetaData();
                    var leftOut = LEFT_OUT.getOrDefault(table.toUpperCase(Locale.ROOT), Set.of());
                    var cells = new ArrayList<String>();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        if (!leftOut.contains(columns.getColumnName(column).toUpperCase(Locale.ROOT))) {
                            cells.add(row.getString(column));
                        }
                    }
                    return cells.toString();
                })
                .stream()
                .sorted()
                .toList();
    }

    /** What is there and was not before, or the other way round, by table. */
    Map<String, List<String>> differencesTo(DatabaseRows before) {
        var differences = new TreeMap<String, List<String>>();
        tables.forEach((table, rows) -> {
            var then = before.tables().getOrDefault(table, List.of());
            var changed = Stream.concat(
                            then.stream().filter(row -> !rows.contains(row)).map(row -> "- " + row),
                            rows.stream().filter(row -> !then.contains(row)).map(row -> "+ " + row))
                    .toList();
            if (!changed.isEmpty()) {
                differences.put(table, changed);
            }
        });
        return differences;
    }
}
