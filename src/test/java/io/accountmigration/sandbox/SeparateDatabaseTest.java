package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionManager;

class SeparateDatabaseTest extends SandboxTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void theProgramHasADatabaseOfItsOwnBesideTheSandbox() throws SQLException {
        var dataSource = context.getBean(DataSource.class);

        assertThat(context.getBeansOfType(DataSource.class)).hasSize(1);
        try (var connection = dataSource.getConnection();
                var tables = connection.getMetaData().getTables(null, null, "SANDBOX%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void theProgramsEntityManagerLeavesTheSandboxAlone() {
        var factory = context.getBean(EntityManagerFactory.class);

        assertThat(factory.getMetamodel().getEntities()).isEmpty();
    }

    @Test
    void whoeverAsksForATransactionManagerGetsTheProgramsOwn() {
        var byType = (JpaTransactionManager) context.getBean(TransactionManager.class);

        assertThat(byType.getEntityManagerFactory()).isSameAs(context.getBean(EntityManagerFactory.class));
        assertThat(byType).isNotSameAs(context.getBean("sandboxTransactionManager"));
    }
}
