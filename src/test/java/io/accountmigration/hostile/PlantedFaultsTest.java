package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

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
        fault.plant();
        try {
            var found = storyteller().findBroken(LongStream.rangeClosed(1, WORLDS));

            assertThat(found).as(fault + " within " + WORLDS + " worlds").isPresent();
            LOG.info(
                    "{} was found in world {}: {}",
                    fault,
                    found.get().world().seed(),
                    found.get().violations());
        } finally {
            fault.remove();
        }
    }
}
