package io.accountmigration.system;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the statements that answering requests takes; jobs and schedules, which run beside them, are not counted. */
@TestConfiguration
class CountedStatements {

    private static final AtomicLong STATEMENTS = new AtomicLong();

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
            if (Thread.currentThread().getName().contains("-exec-")) {
                STATEMENTS.addAndGet(queries.size());
            }
        }
    }

    /** How many statements this took. */
    static long during(Runnable requests) {
        var before = STATEMENTS.get();
        requests.run();
        return STATEMENTS.get() - before;
    }
}
