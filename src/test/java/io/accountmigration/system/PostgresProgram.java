package io.accountmigration.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the program a PostgreSQL server of its own, which ends after everything that uses it. */
public class PostgresProgram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = start();
        // Registered before any bean exists, so that it is the last to be destroyed.
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("postgresServer", server::close);
        TestPropertyValues.of(
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username=postgres",
                        "sandbox.allow-shared=true")
                .applyTo(context);
    }

    private static EmbeddedPostgres start() {
        try {
            // Its own shutdown hook would take it away while the program still closes.
            return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
