package io.accountmigration.system;

import io.accountmigration.system.CountedStatements.Sent;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks PostgreSQL how it answers statements, and finds those that read a growing table from end to end. */
public class QueryPlans {

    /** What does not grow with the accounts: models and settings, and what has stopped, which people keep few. */
    private static final Set<String> BOUNDED = Set.of(
            "act_ge_property",
            "act_id_group",
            "act_id_membership",
            "act_id_user",
            "act_re_deployment",
            "act_re_procdef",
            "act_ru_filter",
            "act_ru_incident");

    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (\\w+)");

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    public QueryPlans(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** What of these reads a growing table from end to end, each with its plan. */
    public List<String> readingFromEndToEnd(Collection<Sent> statements) {
        var seen = new TreeSet<String>();
        return statements.stream()
                .filter(sent -> isQuestion(sent.sql()) && seen.add(sent.sql()))
                .filter(this::readsAGrowingTable)
                .map(sent -> sent.sql() + "\n" + String.join("\n", planOf(sent, true)))
                .toList();
    }

    private static boolean isQuestion(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).startsWith("select");
    }

    /** A table with few rows is read as a whole even where an index would lead to them: there, the index has to exist. */
    private boolean readsAGrowingTable(Sent sent) {
        var whole = sequential(planOf(sent, true));
        if (whole.isEmpty()) {
            return false;
        }
        var withoutIndex = sequential(planOf(sent, false));
        return whole.stream().anyMatch(table -> isLong(table) || withoutIndex.contains(table));
    }

    private static Set<String> sequential(List<String> plan) {
        var tables = new TreeSet<String>();
        for (var line : plan) {
            var scan = SEQUENTIAL.matcher(line);
            if (scan.find() && !BOUNDED.contains(scan.group(1))) {
                tables.add(scan.group(1));
            }
        }
        return tables;
    }

    private boolean isLong(String table) {
        return database.queryForObject("select reltuples > 1000 from pg_class where relname = ?", Boolean.class, table);
    }

    private List<String> planOf(Sent sent, boolean mayReadWholeTables) {
        return transaction.execute(status -> database.execute((Connection connection) -> {
            if (!mayReadWholeTables) {
                database.execute("set local enable_seqscan = off");
            }
            try (var question = connection.prepareStatement("explain " + sent.sql())) {
                for (var parameter : sent.parameters()) {
                    parameter.getMethod().invoke(question, parameter.getArgs());
                }
                var lines = new ArrayList<String>();
                try (var answer = question.executeQuery()) {
                    while (answer.next()) {
                        lines.add(answer.getString(1));
                    }
                }
                return lines;
            } catch (InvocationTargetException | IllegalAccessException impossible) {
                throw new SQLException(sent.sql(), impossible);
            }
        }));
    }
}
