package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrashMatrixTest extends OneProgramTest {

    @Test
    void whateverBreaksAtAnyBoundaryNothingIsLostOrDoubled() {
        var matrix = new CrashMatrix(stage(), Duration.ofMinutes(3), 14);
        assertThat(matrix.record(Way.values()))
                .as("boundaries that no way touches")
                .isEmpty();

        var sample = CrashMatrix.sample(matrix.cells());
        assertThat(sample.stream().map(Cell::fault)).contains(Fault.values());
        var outcomes = Outcomes.of("crash-matrix", matrix.cells());
        matrix.play(sample, outcomes);

        assertThat(outcomes.all()).hasSameSizeAs(sample).allSatisfy(outcome -> assertThat(outcome.violations())
                .as(outcome.cell())
                .isEmpty());
    }
}
