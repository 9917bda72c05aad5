package io.accountmigration.system.postgres;

import io.accountmigration.system.PostgresProgram;
import io.accountmigration.system.WholeProgramTest;
import org.springframework.test.context.ContextConfiguration;

/** Starts the program on PostgreSQL, once for all tests that extend this. */
@ContextConfiguration(initializers = PostgresProgram.class)
abstract class PostgresProgramTest extends WholeProgramTest {}
