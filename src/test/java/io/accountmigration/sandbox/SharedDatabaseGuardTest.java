package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class SharedDatabaseGuardTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aPostgresqlDatabaseIsRefusedWithTheWayOut() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/main");

        assertThatIllegalStateException().isThrownBy(this::guard).withMessageContaining("sandbox.allow-shared=true");
    }

    @Test
    void aPostgresqlDatabaseIsTakenWhenItIsAllowed() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/main");
        environment.setProperty("sandbox.allow-shared", "true");

        assertThatCode(this::guard).doesNotThrowAnyException();
    }

    @Test
    void theEmbeddedDatabaseIsTaken() {
        assertThatCode(this::guard).doesNotThrowAnyException();
    }

    private void guard() {
        var guard = new SharedDatabaseGuard();
        guard.setEnvironment(environment);
        guard.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
