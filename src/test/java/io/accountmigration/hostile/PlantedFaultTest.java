package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault that is planted into a method which has another name now is none. */
class PlantedFaultTest {

    @ParameterizedTest
    @EnumSource
    void aFaultIsPlantedIntoMethodsThatExist(PlantedFault fault) {
        assertThat(fault.unknown()).isEmpty();
    }
}
