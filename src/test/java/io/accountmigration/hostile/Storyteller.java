package io.accountmigration.hostile;

import io.accountmigration.system.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays worlds one after the other, and tells what was left of one that broke a promise. */
record Storyteller(Staff staff, Program program, Map<String, Integer> endings) {

    Storyteller(Staff staff, Program program) {
        this(staff, program, new TreeMap<>());
    }

    /** A world in which something was not as it has to be, as short as it could be told. */
    record Broken(World world, List<String> violations, List<String> trail) {
        @Override
        public String toString() {
            return "-Dseed=" + world.seed() + "\n" + world.story() + "  And then: " + String.join("; ", violations);
        }
    }

    Optional<Broken> play(World world) {
        var violations = violationsOf(world);
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Broken(world, violations, staff.wire().trail()));
    }

    /** Plays a world while a fault is planted. */
    Optional<Broken> playWith(PlantedFault fault, World world) {
        fault.plant();
        try {
            return play(world);
        } finally {
            fault.remove();
        }
    }

    /** Leaves out each fact and event without which a promise is broken still. */
    Broken shrink(Broken broken) {
        var shortest = broken;
        for (var number = broken.world().size() - 1; number >= 0; number--) {
            shortest = play(shortest.world().without(number)).orElse(shortest);
        }
        return shortest;
    }

    /** What happens in a world, call by call. */
    List<String> trailOf(World world) {
        return Play.of(world, staff, program).trail();
    }

    private List<String> violationsOf(World world) {
        try {
            var ending = Play.of(world, staff, program);
            endings.merge(ending.migration() + ", " + ending.userSync(), 1, Integer::sum);
            return ending.violations();
        } catch (RuntimeException broken) {
            return List.of("it failed with " + broken + " at "
                    + List.of(broken.getStackTrace()).subList(0, Math.min(4, broken.getStackTrace().length)));
        }
    }
}
