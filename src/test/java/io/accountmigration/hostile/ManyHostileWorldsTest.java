package io.accountmigration.hostile;

import io.accountmigration.Seed;
import io.accountmigration.system.PostgresProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** Other worlds in each run, on PostgreSQL. */
@Tag("full")
@ContextConfiguration(initializers = PostgresProgram.class)
class ManyHostileWorldsTest extends HostileProgramTest {

    private static final int WORLDS = Integer.getInteger("worlds", 10_000);

    @Test
    void promisesHoldInEveryWorld() {
        requireNothingBroken(Seed.ofThisRun(), WORLDS);
    }
}
