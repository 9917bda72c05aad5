package io.accountmigration.hostile;

import io.accountmigration.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sample of worlds that is the same in each build, and has in it whatever goes wrong in reality. */
class HostileWorldTest extends HostileProgramTest {

    /** So many worlds are made, of which few are played. */
    static final int AMONG = 1_000;

    private static final int TWICE = Integer.getInteger("twice", 1);
    private static final List<World> SAMPLE = Topic.shownBy(World.from(Seed.ofThisRun(), AMONG));

    @Test
    void aWorldIsPlayedTheSameEachTime() {
        requireSameTrails(SAMPLE.subList(0, TWICE));
    }

    @Test
    void promisesHoldInEveryWorld() {
        requireNothingBroken(SAMPLE);
    }
}
