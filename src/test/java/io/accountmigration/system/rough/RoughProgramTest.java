package io.accountmigration.system.rough;

import io.accountmigration.system.WholeProgramTest;
import org.springframework.test.context.TestPropertySource;

/** Starts a program of its own for tests in which administrators do whatever can be done, and others whatever cannot. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:rough;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=0",
            "web.user-sync-patience=PT0.05S"
        })
abstract class RoughProgramTest extends WholeProgramTest {}
