package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A program that forgets what it has done comes through where nothing breaks, and not where something does. */
@Import(BrokenIdempotency.class)
class CrashMatrixCanFailTest extends OneProgramTest {

    private static final List<String> SHOWN_AT =
            List.of("serviceTask_lockPublisher", "serviceTask_openPartnerCenterAccount", "serviceTask_deliverMail");

    @Test
    void aProgramThatForgetsIsFoundOut() {
        var matrix = new CrashMatrix(stage(), Duration.ofSeconds(30), 4);
        matrix.record(Way.STRAIGHT);
        var cells = matrix.cells().stream()
                .filter(cell -> SHOWN_AT.contains(cell.boundary().activity()))
                .filter(cell -> cell.fault() == Fault.KILL_BEFORE_COMMIT || cell.fault() == Fault.KILL_AFTER_EFFECT)
                .toList();

        var outcomes = Outcomes.of("crash-matrix-broken", matrix.cells());
        matrix.play(cells, outcomes);

        assertThat(outcomes.all()).hasSize(6).allSatisfy(outcome -> assertThat(outcome.violations())
                .as(outcome.cell())
                .isNotEmpty());
    }
}
