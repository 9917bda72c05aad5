package io.accountmigration.system;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives the program a database of its own on a PostgreSQL server, of which each process of the tests has one. */
public class PostgresProgram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Started when the first program asks for it. */
    private static final class Server {

        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                // Its own shutdown hook would take it away while programs still close.
                var server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        // Nobody pulls its plug: what is not written to the disk yet is lost to nobody.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + newDatabase(),
                        "spring.datasource.username=" + USER,
                        "sandbox.allow-shared=true")
                .applyTo(context);
    }

    private static String newDatabase() {
        var name = "program_" + DATABASES.incrementAndGet();
        new JdbcTemplate(Server.INSTANCE.getPostgresDatabase()).execute("create database " + name);
        return Server.INSTANCE.getJdbcUrl(USER, name);
    }
}
