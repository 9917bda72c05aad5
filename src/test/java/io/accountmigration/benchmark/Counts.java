package io.accountmigration.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** What was counted up to a moment, or between two. */
public record Counts(long commits, Map<String, Statement> statements) {

    public static final Counts NONE = new Counts(0, Map.of());

    private static final Pattern VERB_AND_TABLE = Pattern.compile(
            "^(?:(update)|(select|insert|delete)\\b.*?\\b(?:from|into))\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /** How often a statement ran, in how many round trips, and how often in the thread of a request. */
    public record Statement(long executions, long trips, long ofRequests) {

        private static final Statement NONE = new Statement(0, 0, 0);

        Statement plus(Statement more) {
            return new Statement(executions + more.executions, trips + more.trips, ofRequests + more.ofRequests);
        }

        Statement minus(Statement before) {
            return new Statement(executions - before.executions, trips - before.trips, ofRequests - before.ofRequests);
        }
    }

    public Counts since(Counts before) {
        var difference = new TreeMap<String, Statement>();
        statements.forEach((sql, now) -> {
            var since = now.minus(before.statements.getOrDefault(sql, Statement.NONE));
            if (since.executions() > 0) {
                difference.put(sql, since);
            }
        });
        return new Counts(commits - before.commits, difference);
    }

    /** Both together. */
    public Counts plus(Counts other) {
        var sum = new TreeMap<>(statements);
        other.statements.forEach((sql, more) -> sum.merge(sql, more, Statement::plus));
        return new Counts(commits + other.commits, sum);
    }

    /** All but some statements. */
    public Counts without(Predicate<String> left) {
        var rest = new TreeMap<>(statements);
        rest.keySet().removeIf(left);
        return new Counts(commits, rest);
    }

    /** Of all statements. */
    public long total(ToLongFunction<Statement> figure) {
        return statements.values().stream().mapToLong(figure).sum();
    }

    /** Of the statements on the engine's tables, whose names begin alike. */
    public long ofEngine(ToLongFunction<Statement> figure) {
        return statements.entrySet().stream()
                .filter(entry -> isOfEngine(entry.getKey()))
                .mapToLong(entry -> figure.applyAsLong(entry.getValue()))
                .sum();
    }

    /** Executions by what is done to which table: {@code select ACT_RU_JOB}. */
    public Map<String, Long> byTable() {
        var sums = new TreeMap<String, Long>();
        statements.forEach((sql, counts) -> {
            var words = VERB_AND_TABLE.matcher(sql);
            var what = words.find()
                    ? (words.group(1) == null ? words.group(2) : words.group(1)).toLowerCase(Locale.ROOT) + " "
                            + words.group(3).toUpperCase(Locale.ROOT)
                    : sql;
            sums.merge(what, counts.executions(), Long::sum);
        });
        return sums;
    }

    /** A line for each statement: executions and round trips per case, and the statement; the most frequent first. */
    public List<String> perCase(int cases) {
        return statements.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().executions()))
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%8.2f %8.2f %s",
                        entry.getValue().executions() / (double) cases,
                        entry.getValue().trips() / (double) cases,
                        entry.getKey()))
                .toList();
    }

    static boolean isOfEngine(String sql) {
        return sql.toUpperCase(Locale.ROOT).contains(" ACT_");
    }
}
