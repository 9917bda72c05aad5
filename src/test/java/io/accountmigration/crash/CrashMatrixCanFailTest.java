package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A program that forgets what it has done comes through where nothing breaks, and not where something does. */
@Import(BrokenIdempotency.class)
class CrashMatrixCanFailTest extends OneProgramTest {

    /** Where it is shown, and what is found there: a case that does not know its own lock, account or mail again. */
    private static final Map<String, String> SHOWN_BY = Map.of(
            "serviceTask_lockPublisher", "half moved: MOVING is LOCKED/ and not ACTIVE/",
            "serviceTask_openPartnerCenterAccount", "half moved: REVERTED is LOCKED/PROVISIONING and not ACTIVE/",
            "serviceTask_deliverMail",
                    "mailed under 2 Message-IDs: owner@*.example: Your account * is moving to Partner Center");

    @Test
    void aProgramThatForgetsIsFoundOut() {
        // One after the other: who is killed may take others along, who then fail elsewhere.
        var matrix = new CrashMatrix(stage(), Duration.ofMinutes(3), 1);
        matrix.record(Way.STRAIGHT);
        var cells = matrix.cells().stream()
                .filter(cell -> SHOWN_BY.containsKey(cell.boundary().activity()))
                .filter(cell -> cell.fault() == Fault.KILL_BEFORE_COMMIT || cell.fault() == Fault.KILL_AFTER_EFFECT)
                .toList();

        var outcomes = Outcomes.of("crash-matrix-broken", matrix.cells());
        matrix.play(cells, outcomes);

        assertThat(outcomes.all()).hasSize(2 * SHOWN_BY.size());
        SHOWN_BY.forEach((activity, violation) -> assertThat(outcomes.all())
                .filteredOn(outcome -> outcome.cell().contains(activity))
                .hasSize(2)
                .allSatisfy(outcome ->
                        assertThat(outcome.violations()).as(outcome.cell()).contains(violation)));
    }
}
