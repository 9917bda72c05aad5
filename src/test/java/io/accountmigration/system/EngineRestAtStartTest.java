package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine's REST interface cannot be initialised twice: if the first request has to do it and fails, each request
 * after it is answered with 500.
 */
class EngineRestAtStartTest extends WholeProgramTest {

    @Autowired
    private EngineRestAtStart engineRest;

    @Test
    void noRequestHasToInitialiseIt() {
        assertThat(engineRest.wasReady()).isTrue();
    }
}
