package io.accountmigration.migration.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.program.AdjustableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.TaskScheduler;

/** Figures are counted once for everybody who looks within a short time. */
class ViewOperationsTest {

    private final AdjustableClock clock =
            new AdjustableClock(Clock.fixed(Instant.parse("2026-03-20T12:00:00Z"), ZoneOffset.UTC));
    private final CountOperations countOperations = mock(CountOperations.class);
    private final OperatorActions actions = mock(OperatorActions.class);
    private final OwnerSearchWorkflow ownerSearches = mock(OwnerSearchWorkflow.class);
    private final TaskScheduler scheduler = mock(TaskScheduler.class);
    private final List<Runnable> scheduled = new ArrayList<>();
    private final ViewOperations view = new ViewOperations(
            countOperations,
            actions,
            ownerSearches,
            new OperationsSettings(Duration.ofSeconds(20), Duration.ofMinutes(1)),
            scheduler,
            clock);

    @BeforeEach
    void countAnew() {
        given(countOperations.count()).willAnswer(call -> figures(clock.instant()));
        given(scheduler.schedule(any(), any(Instant.class))).willAnswer(call -> {
            scheduled.add(call.getArgument(0));
            return null;
        });
    }

    @Test
    void freshFiguresAreShownAgain() {
        var first = view.figures();
        clock.advance(Duration.ofSeconds(20));

        assertThat(view.figures()).isSameAs(first);
        assertThat(scheduled).isEmpty();
    }

    @Test
    void olderFiguresAreShownWhileNewerOnesAreCountedOnce() {
        var first = view.figures();
        clock.advance(Duration.ofSeconds(21));

        assertThat(view.figures()).isSameAs(first);
        assertThat(view.figures()).isSameAs(first);
        assertThat(scheduled).hasSize(1);

        scheduled.get(0).run();
        assertThat(view.figures().countedAt()).isEqualTo(clock.instant());
        clock.advance(Duration.ofSeconds(21));
        view.figures();
        assertThat(scheduled).hasSize(2);
    }

    @Test
    void whoeverComesToFiguresThatAreTooOldWaitsForNewerOnes() {
        view.figures();
        clock.advance(Duration.ofSeconds(60));
        view.figures();
        verify(countOperations, times(1)).count();
        clock.advance(Duration.ofSeconds(1));

        assertThat(view.figures().countedAt()).isEqualTo(clock.instant());
        verify(countOperations, times(2)).count();
    }

    @Test
    void figuresOfAClockThatWasAheadAreCountedAgain() {
        given(countOperations.count()).willReturn(figures(clock.instant().plusSeconds(1)));
        view.figures();
        given(countOperations.count()).willReturn(figures(clock.instant()));

        assertThat(view.figures().countedAt()).isEqualTo(clock.instant());
    }

    @Test
    void searchesAndActionsAreListedAsFarAsAskedFor() {
        var search = new OwnerSearchWorkflow.Search(
                "Contoso", OwnerSearchWorkflow.Why.NO_OWNER, "/tasks/1", clock.instant());
        given(ownerSearches.underWay(3)).willReturn(List.of(search));
        var action = new OperatorAction(
                OperatorAction.Kind.RETRY, "Contoso", "operator", "why", OperatorAction.DONE, clock.instant());
        given(actions.findByOrderByActedAtDescIdDesc(Limit.of(4))).willReturn(List.of(action));

        assertThat(view.ownersWanted(3)).containsExactly(search);
        assertThat(view.latestActions(4)).singleElement().satisfies(done -> {
            assertThat(done.kind()).isEqualTo(OperatorAction.Kind.RETRY);
            assertThat(done.operator()).isEqualTo("operator");
            assertThat(done.reason()).isEqualTo("why");
            assertThat(done.outcome()).isEqualTo(OperatorAction.DONE);
            assertThat(done.actedAt()).isEqualTo(clock.instant());
        });
    }

    private static OperationsFigures figures(Instant at) {
        return new OperationsFigures(
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                new EngineOperations.Load(Map.of(), 0, 0, 0, 0, 0),
                List.of(),
                at);
    }
}
