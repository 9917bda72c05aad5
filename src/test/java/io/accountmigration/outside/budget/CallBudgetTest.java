package io.accountmigration.outside.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutageChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One budget for all nodes, on a virtual clock, against a system that counts for itself. */
class CallBudgetTest {

    private static final Logger LOG = LoggerFactory.getLogger(CallBudgetTest.class);
    private static final Rate RATE = new Rate(450, Duration.ofMinutes(5));
    private static final Duration HOUR = Duration.ofHours(1);

    private final VirtualWorld world = new VirtualWorld(RATE);

    @Test
    void twoNodesUseTheWholeAllowanceAndNotOneCallMoreAndMovesGoFirst() {
        var nodes = world.nodes(2);
        for (var i = 0; i < 1000; i++) {
            world.add(nodes.get(i % 2), CallPriority.MOVE, "move", 3, Duration.ZERO, i);
        }
        for (var i = 0; i < 500; i++) {
            world.add(nodes.get(i % 2), CallPriority.SYNC, "poll", 1, Duration.ofMinutes(1), i);
        }
        for (var i = 0; i < 50; i++) {
            world.add(nodes.get(i % 2), CallPriority.COMPARISON, "compare", 6, Duration.ofHours(1), i);
        }
        world.add(nodes.get(0), CallPriority.REPORT, "report", 3, Duration.ofMillis(1), 0);
        world.add(nodes.get(1), CallPriority.CHECK, "check", 2, Duration.ofSeconds(20), 0);

        world.runFor(Duration.ofMinutes(20));

        LOG.info("{}", world.summary());
        assertThat(world.refusals()).as("answers 429").isZero();
        assertThat(world.calls()).isGreaterThanOrEqualTo((int) (0.97 * 450 * 4));
        assertThat(world.longestWait(CallPriority.CHECK)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(world.callsOf(CallPriority.MOVE)).isGreaterThan(world.calls() / 2);
        assertThat(world.callsOf(CallPriority.SYNC)).isGreaterThan(world.calls() / 10);
        assertThat(world.callsOf(CallPriority.REPORT)).isPositive();
        // A person's check may cost two statements of its own.
        assertThat(world.statements() - world.callsOf(CallPriority.CHECK))
                .as("statements")
                .isLessThanOrEqualTo(world.calls() / 10);
    }

    @Test
    void aLoneReportUsesWhatNobodyElseNeeds() {
        var nodes = world.nodes(1);
        world.add(nodes.get(0), CallPriority.REPORT, "report", 3, Duration.ofMillis(1), 0);

        world.runFor(HOUR);

        LOG.info("{}", world.summary());
        assertThat(world.refusals()).isZero();
        assertThat(world.calls()).isGreaterThanOrEqualTo((int) (0.95 * 450 * 12));
    }

    @Test
    void aSingleMigrationOnAnIdleSystemIsNotSlowedDown() {
        var nodes = world.nodes(1);
        for (var i = 0; i < 10; i++) {
            world.add(nodes.get(0), CallPriority.MOVE, "move" + i, 5, HOUR, i);
        }

        world.runFor(Duration.ofSeconds(2));

        assertThat(world.calls()).isEqualTo(50);
    }

    @Test
    void anotherClientThatTakesAThirdOfTheAllowanceIsMadeRoomFor() {
        var nodes = world.nodes(2);
        for (var i = 0; i < 1000; i++) {
            world.add(nodes.get(i % 2), CallPriority.MOVE, "move", 3, Duration.ZERO, i);
        }
        world.anotherClientCallsEvery(Duration.ofSeconds(2));

        world.runFor(HOUR);

        LOG.info("{}", world.summary());
        assertThat(world.refusals()).as("answers 429").isLessThan(world.calls() / 50);
        assertThat(world.calls()).isGreaterThan((int) (0.8 * 300 * 12));
    }

    @Test
    void whatOneNodeIsAskedToWaitAllNodesWait() {
        var nodes = world.nodes(2);
        assertThat(world.ask(nodes.get(0))).isInstanceOf(CallPermit.Granted.class);
        nodes.get(0).budget().ended("partner-center", CallOutcome.throttled(Duration.ofSeconds(57), true));
        assertThat(world.ask(nodes.get(1))).isInstanceOf(CallPermit.Granted.class);
        nodes.get(1).budget().ended("partner-center", CallOutcome.ANSWERED);

        nodes.forEach(node -> node.budget().look());

        assertThat(world.ask(nodes.get(0))).isEqualTo(new CallPermit.Suspended(Duration.ofSeconds(57)));
        assertThat(world.ask(nodes.get(1))).isEqualTo(new CallPermit.Suspended(Duration.ofSeconds(57)));
    }

    @Test
    void anOutageIsOneEventForAllNodes() {
        var nodes = world.nodes(2);
        var told = new ArrayList<OutageChange>();
        world.tell(told::add);
        for (var i = 0; i < 5; i++) {
            assertThat(world.ask(nodes.get(0))).isInstanceOf(CallPermit.Granted.class);
            nodes.get(0).budget().ended("partner-center", CallOutcome.noAnswer(null));
        }
        world.ask(nodes.get(1));
        nodes.get(1).budget().ended("partner-center", CallOutcome.NOTHING);

        var tries = 0;
        for (var second = 0; second < 35 * 60; second++) {
            world.advance(Duration.ofSeconds(1));
            if (second % 5 == 0) {
                nodes.forEach(node -> node.budget().look());
            }
            for (var node : nodes) {
                if (world.ask(node) instanceof CallPermit.Granted) {
                    tries++;
                    node.budget().ended("partner-center", trouble(second));
                }
            }
        }
        assertThat(told).filteredOn(OutageChange.Lasting.class::isInstance).hasSize(1);
        assertThat(told).noneMatch(OutageChange.Ended.class::isInstance);
        assertThat(tries).isBetween(35 * 60 / 10, 2 * 35 * 60 / 5 + 10);

        var waited = 0;
        while (!(world.ask(nodes.get(1)) instanceof CallPermit.Granted)) {
            world.advance(Duration.ofSeconds(1));
            waited++;
        }
        nodes.get(1).budget().ended("partner-center", CallOutcome.ANSWERED);
        nodes.forEach(node -> node.budget().look());

        assertThat(waited).isLessThanOrEqualTo(10);
        assertThat(told).filteredOn(OutageChange.Ended.class::isInstance).hasSize(1);
        assertThat(nodes).allSatisfy(node -> assertThat(world.ask(node)).isInstanceOf(CallPermit.Granted.class));
    }

    private static CallOutcome trouble(int second) {
        return List.of(
                        CallOutcome.noAnswer(null),
                        CallOutcome.noAnswer(null),
                        CallOutcome.throttled(Duration.ofMinutes(1), false))
                .get(second / (12 * 60));
    }

    /** Its steps stop, so that an operator looks; waiting for an answer would help nobody. */
    @Test
    void whatFailsForOneCaseAloneIsNoOutage() {
        var node = world.nodes(1).get(0);

        IntStream.range(0, 20).forEach(attempt -> failFor("case-1", node));
        assertThat(node.budget().waitInOutage("partner-center")).isEmpty();

        failFor("case-2", node);
        assertThat(node.budget().waitInOutage("partner-center")).isPresent();
    }

    private static void failFor(String subject, VirtualWorld.Node node) {
        node.scope().inJob(() -> {
            node.scope().beginStep("step", subject, CallPriority.MOVE);
            node.budget().ended("partner-center", CallOutcome.noAnswer(null));
            return null;
        });
    }

    @Test
    void fewFailuresAmongAnswersAreNoOutage() {
        var node = world.nodes(1).get(0);
        for (var i = 0; i < 100; i++) {
            assertThat(world.ask(node)).isInstanceOf(CallPermit.Granted.class);
            node.budget().ended("partner-center", i % 5 == 4 ? CallOutcome.ANSWERED : CallOutcome.noAnswer(null));
        }
        assertThat(world.ledger().downSince()).isZero();
    }

    @Test
    void whatADeadNodeHeldIsLostAndNeverUsedTwice() {
        var nodes = world.nodes(2);
        for (var i = 0; i < 200; i++) {
            world.add(nodes.get(0), CallPriority.MOVE, "move", 3, Duration.ZERO, i);
        }
        world.runFor(Duration.ofMinutes(2));
        world.kill(nodes.get(0));
        for (var i = 0; i < 1000; i++) {
            world.add(nodes.get(1), CallPriority.MOVE, "move", 3, Duration.ZERO, i);
        }
        world.runFor(Duration.ofMinutes(20));

        assertThat(world.refusals()).isZero();
        assertThat(world.calls()).isGreaterThan((int) (0.9 * 450 * 4));
    }

    @Test
    void theClockPutBackBlocksNobody() {
        var node = world.nodes(1).get(0);
        assertThat(world.ask(node)).isInstanceOf(CallPermit.Granted.class);
        node.budget().ended("partner-center", CallOutcome.ANSWERED);
        world.advance(Duration.ofDays(-1));

        world.add(node, CallPriority.MOVE, "move", 3, HOUR, 0);
        world.runFor(Duration.ofMinutes(10));

        assertThat(world.callsOf(CallPriority.MOVE)).isEqualTo(3);
    }

    @Test
    void aSystemWithoutARateIsNeverWaitedFor() {
        var free = new VirtualWorld(null);
        var node = free.nodes(1).get(0);
        for (var i = 0; i < 1000; i++) {
            assertThat(free.ask(node)).isInstanceOf(CallPermit.Granted.class);
            node.budget().ended("partner-center", CallOutcome.ANSWERED);
        }
        assertThat(free.statements()).isZero();
    }
}
