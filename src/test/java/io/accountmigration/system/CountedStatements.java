package io.accountmigration.system;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes the statements that answering requests takes; jobs and schedules, which run beside them, are left out. */
@TestConfiguration
class CountedStatements {

    private static final Queue<Sent> SENT = new ConcurrentLinkedQueue<>();
    private static volatile boolean noting;

    /** A statement as it was sent, with what was put in the places of its parameters. */
    record Sent(String sql, List<ParameterSetOperation> parameters) {}

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof DataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .name("program")
                                .listener(new OfRequests())
                                .build()
                        : bean;
            }
        };
    }

    private static class OfRequests implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (noting && Thread.currentThread().getName().contains("-exec-")) {
                queries.forEach(query -> SENT.add(new Sent(query.getQuery(), parametersOf(query))));
            }
        }

        private static List<ParameterSetOperation> parametersOf(QueryInfo query) {
            var rows = query.getParametersList();
            return rows.isEmpty() ? List.of() : rows.get(0);
        }
    }

    /** The statements that these requests took, in order. */
    static List<Sent> during(Runnable requests) {
        SENT.clear();
        noting = true;
        try {
            requests.run();
        } finally {
            noting = false;
        }
        return List.copyOf(SENT);
    }
}
