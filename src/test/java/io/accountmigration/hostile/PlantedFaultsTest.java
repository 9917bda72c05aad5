package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.hostile.Storyteller.Broken;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Worlds that find no fault prove nothing: each of these has to break a promise soon. */
@Tag("full")
class PlantedFaultsTest extends HostileProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(PlantedFaultsTest.class);

    private static final int WORLDS = Integer.getInteger("worlds", 1_000);

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultBreaksAPromise(PlantedFault fault) {
        var storyteller = storyteller();
        var found = LongStream.rangeClosed(1, WORLDS)
                .mapToObj(World::of)
                .filter(fault::matters)
                .flatMap(world -> brokenBy(fault, world, storyteller).stream())
                .findFirst();

        assertThat(found).as(fault + " within " + WORLDS + " worlds").isPresent();
        LOG.info(
                "{} was found in world {}: {}",
                fault,
                found.get().world().seed(),
                found.get().violations());
    }

    /** The world with the fault, where it breaks a promise that it keeps without. */
    private static Optional<Broken> brokenBy(PlantedFault fault, World world, Storyteller storyteller) {
        fault.plant();
        Optional<Broken> broken;
        try {
            broken = storyteller.play(world);
        } finally {
            fault.remove();
        }
        return broken.filter(story -> storyteller.play(world).isEmpty());
    }
}
