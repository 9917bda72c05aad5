package io.accountmigration.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes through a data source: statements, round trips (a batch is one), and commits. */
public final class Tally implements QueryExecutionListener, MethodExecutionListener {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** The same again for every text that was met: counting must not cost more than what is counted. */
    private final Map<String, Entry> entriesByText = new ConcurrentHashMap<>();

    private final LongAdder commits = new LongAdder();

    /** The connections on which something was done since their last commit; else there is nothing to commit. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private static final class Entry {

        private final LongAdder executions = new LongAdder();
        private final LongAdder trips = new LongAdder();
        private final LongAdder ofRequests = new LongAdder();

        Counts.Statement counts() {
            return new Counts.Statement(executions.sum(), trips.sum(), ofRequests.sum());
        }
    }

    /** The data source, which is counted from now on. */
    public DataSource of(DataSource counted) {
        return ProxyDataSourceBuilder.create(counted)
                .name("counted")
                .listener(this)
                .methodListener(this)
                .build();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (var query : queries) {
            var entry = entryOf(query);
            var executions =
                    execution.isBatch() ? Math.max(1, query.getParametersList().size()) : 1;
            entry.executions.add(executions);
            if (Thread.currentThread().getName().contains("-exec-")) {
                entry.ofRequests.add(executions);
            }
        }
        entryOf(queries.get(0)).trips.increment();
        used.add(execution.getConnectionId());
    }

    private Entry entryOf(QueryInfo query) {
        return entriesByText.computeIfAbsent(
                query.getQuery(), text -> entries.computeIfAbsent(normal(text), sql -> new Entry()));
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {}

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (call.getMethod().getName().equals("commit")
                && used.remove(call.getConnectionInfo().getConnectionId())) {
            commits.increment();
        }
    }

    private static String normal(String sql) {
        // Lists of thousands occur: only what repeats without alternatives is matched without recursion.
        return sql.replaceAll("\\s+", " ")
                .replaceAll(" ?, ?", ",")
                .replaceAll("\\?(?:,\\?)++", "?")
                .replace(",", ", ")
                .strip();
    }

    /** What was counted so far. */
    public Counts counts() {
        return new Counts(commits.sum(), statements());
    }

    private Map<String, Counts.Statement> statements() {
        var counts = new TreeMap<String, Counts.Statement>();
        entries.forEach((sql, entry) -> counts.put(sql, entry.counts()));
        return counts;
    }
}
