package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.hostile.Storyteller.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Worlds that find no fault prove nothing: each of these has to break a promise soon. */
@Tag("full")
class PlantedFaultsTest extends HostileProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlantedFaultsTest.class);

    private static final int WORLDS = Integer.getInteger("worlds", 1_000);

    /** The worlds before the one that finds a fault are played without it too: as many as this. */
    private static final int CONTROLS = Integer.getInteger("controls", 10);

    private static final List<String> TABLE = new ArrayList<>();

    /** Names of faults with commas between them, where not all are planted. */
    private static final String NAMED = System.getProperty("faults", "");

    static Stream<PlantedFault> faults() {
        return NAMED.isEmpty()
                ? Stream.of(PlantedFault.values())
                : Stream.of(NAMED.split(",")).map(PlantedFault::valueOf);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultBreaksAPromise(PlantedFault fault) {
        var storyteller = storyteller();
        var worlds = World.from(1, WORLDS).filter(fault::matters).toList();

        var found = firstBrokenBy(fault, worlds, storyteller);

        assertThat(found).as(fault + " within " + WORLDS + " worlds").isPresent();
        var world = found.get().world();
        var end = worlds.indexOf(world) + 1;
        var controls = worlds.subList(Math.max(0, end - CONTROLS), end);
        var broken = controls.stream()
                .flatMap(control -> storyteller.play(control).stream())
                .toList();
        TABLE.add("| %s | %d | %d of %d broken | %s |"
                .formatted(
                        fault,
                        world.seed(),
                        broken.size(),
                        controls.size(),
                        found.get().violations().get(0)));
        LOG.info("{}", TABLE.get(TABLE.size() - 1));
        assertThat(broken).isEmpty();
    }

    @AfterAll
    static void tell() {
        LOG.info("| fault | found in world | the same worlds without it | promise |\n{}", String.join("\n", TABLE));
    }

    private static Optional<Broken> firstBrokenBy(PlantedFault fault, List<World> worlds, Storyteller storyteller) {
        fault.plant();
        try {
            return worlds.stream()
                    .flatMap(world -> storyteller.play(world).stream())
                    .findFirst();
        } finally {
            fault.remove();
        }
    }
}
