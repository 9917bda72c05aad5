package io.accountmigration.system.rights;

import java.util.Comparator;
import java.util.Set;

/** One call that the running program takes: a verb and a path whose variable parts are in braces. */
record Mapping(String verb, String path) implements Comparable<Mapping> {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ENGINE = "/engine-rest";

    private static final Comparator<Mapping> ORDER =
            Comparator.comparing(Mapping::path).thenComparing(Mapping::verb);

    boolean isHarmless() {
        return HARMLESS.contains(verb);
    }

    /** Whether the engine's own applications answer, which hide what somebody may not see rather than refuse it. */
    boolean isOfTheEngine() {
        return path.startsWith(ENGINE) || isOfTheWebApplications();
    }

    /** Whether it is another way to write what has been listed already. */
    boolean isAlternativePath() {
        return path.startsWith(ENGINE + "/engine/{");
    }

    boolean isOfTheWebApplications() {
        return path.startsWith("/camunda/api/");
    }

    /** Whether people come this way, with the session of their browser. */
    boolean isForPeople() {
        return !path.matches("/(engine-rest|api|v3|actuator|sandbox|cpp|partner-center|graph|login)(/.*|\\.yaml)?");
    }

    @Override
    public int compareTo(Mapping other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
