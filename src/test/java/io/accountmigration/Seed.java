package io.accountmigration;

import java.util.concurrent.ThreadLocalRandom;

/** Where all that is random in a test begins: the same in each build, and another in each run of the profile full. */
public final class Seed {

    private static final String PROPERTY = "seed";

    private Seed() {}

    /** The one that the build gives, or that somebody repeats a run with; otherwise any. */
    public static long ofThisRun() {
        var seed = Long.getLong(PROPERTY, ThreadLocalRandom.current().nextLong());
        System.out.println("-D" + PROPERTY + "=" + seed);
        return seed;
    }
}
