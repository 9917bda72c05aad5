package io.accountmigration.benchmark;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what goes to a program's own database, and not what goes to the sandbox's. */
public record CountedDatabase(Tally tally) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("dataSource") && bean instanceof DataSource source ? tally.of(source) : bean;
    }
}
