package io.accountmigration.hostile;

import io.accountmigration.Seed;
import org.junit.jupiter.api.Test;

/** A sample of worlds that is the same in each build. */
class HostileWorldTest extends HostileProgramTest {

    private static final int WORLDS = Integer.getInteger("worlds", 20);
    private static final int TWICE = Integer.getInteger("twice", 3);

    @Test
    void aWorldIsPlayedTheSameEachTime() {
        requireSameTrails(Seed.ofThisRun(), TWICE);
    }

    @Test
    void promisesHoldInEveryWorld() {
        requireNothingBroken(Seed.ofThisRun(), WORLDS);
    }
}
