package io.accountmigration.system;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every row of every table, the engine's and ours, so that it shows when a call has changed any. Left out is only when
 * each schedule ran last.
 */
record DatabaseRows(Map<String, List<String>> tables) {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                    + " and table_type = 'BASE TABLE' and table_name <> 'SHEDLOCK'";

    static DatabaseRows of(JdbcTemplate database) {
        return new DatabaseRows(database.queryForList(TABLES, String.class).stream()
                .collect(Collectors.toMap(
                        table -> table, table -> rowsOf(table, database), (one, other) -> one, TreeMap::new)));
    }

    private static List<String> rowsOf(String table, JdbcTemplate database) {
        return database
                .query("select * from \"" + table + "\"", (row, number) -> {
                    var cells = new Object[row.getMetaData().getColumnCount()];
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = row.getString(column + 1);
                    }
                    return Arrays.toString(cells);
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
