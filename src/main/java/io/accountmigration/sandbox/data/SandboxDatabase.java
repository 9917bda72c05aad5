package io.accountmigration.sandbox.data;

import com.zaxxer.hikari.HikariDataSource;
import io.accountmigration.sandbox.SandboxProperties;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The sandbox's own database: its pool, schema and entity manager. They are deliberately no beans, so that nobody who
 * looks for "the" data source of the program finds these.
 */
@Component
@Profile("sandbox")
public class SandboxDatabase implements DisposableBean {

    private static final int CONNECTIONS = 16;

    /** H2 keeps eight parsed statements of a connection by default, and the stand-ins have more. */
    private static final String SETTINGS = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256";

    private final HikariDataSource dataSource;
    private final LocalContainerEntityManagerFactoryBean factory;

    public SandboxDatabase(SandboxProperties properties) {
        dataSource = pool(properties);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/sandbox")
                .table("sandbox_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        factory = factory(dataSource);
    }

    private static HikariDataSource pool(SandboxProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("sandbox");
        pool.setMaximumPoolSize(CONNECTIONS);
        // Generated, because a second application context in the same process must not find the first one's data.
        pool.setJdbcUrl(
                properties.datasourceUrl() == null || properties.datasourceUrl().isBlank()
                        ? "jdbc:h2:mem:sandbox-" + UUID.randomUUID() + SETTINGS
                        : properties.datasourceUrl());
        pool.setUsername(properties.datasourceUsername());
        pool.setPassword(properties.datasourcePassword());
        return pool;
    }

    private static LocalContainerEntityManagerFactoryBean factory(HikariDataSource dataSource) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPersistenceUnitName("sandbox");
        factory.setPackagesToScan(SandboxDatabase.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "none",
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                "hibernate.jdbc.batch_size",
                "200",
                "hibernate.order_inserts",
                "true",
                "hibernate.default_batch_fetch_size",
                "100"));
        factory.afterPropertiesSet();
        return factory;
    }

    /** An entity manager that joins the transaction at hand. */
    public EntityManager entityManager() {
        return SharedEntityManagerCreator.createSharedEntityManager(entityManagerFactory());
    }

    public PlatformTransactionManager transactionManager() {
        return new JpaTransactionManager(entityManagerFactory());
    }

    private EntityManagerFactory entityManagerFactory() {
        return factory.getObject();
    }

    @Override
    public void destroy() {
        factory.destroy();
        dataSource.close();
    }
}
