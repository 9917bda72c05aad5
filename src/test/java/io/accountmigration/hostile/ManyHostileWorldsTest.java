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
    private static final int TWICE = Integer.getInteger("twice", 200);

    @Test
    void aWorldIsPlayedTheSameEachTime() {
        requireSameTrails(World.from(Seed.ofThisRun(), TWICE).toList());
    }

    @Test
    void promisesHoldInEveryWorld() {
        requireNothingBroken(World.from(Seed.ofThisRun(), WORLDS).toList());
    }
}
