package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Tag("full")
class CrashMatrixTest extends OneProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrashMatrixTest.class);

    @Test
    void whateverBreaksAtAnyBoundaryNothingIsLostOrDoubled() {
        var matrix = new CrashMatrix(stage(), Duration.ofSeconds(90), 10);
        assertThat(matrix.record(Way.values()))
                .as("boundaries that no way touches")
                .isEmpty();

        var outcomes = matrix.play(CrashMatrix.sample(matrix.cells()));

        matrix.write(outcomes, "crash-matrix");
        LOG.info("{} of {} cells", outcomes.size(), matrix.cells().size());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.violations())
                .as(outcome.cell().toString())
                .isEmpty());
    }
}
