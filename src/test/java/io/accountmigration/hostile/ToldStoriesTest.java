package io.accountmigration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.hostile.Event.Kind;
import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Look;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stories that once ended badly, as short as they could be told. */
class ToldStoriesTest extends HostileProgramTest {

    private static final Colleague ANN = new Colleague("Ann", true, Look.ORDINARY);
    private static final Colleague BEN = new Colleague("Ben", true, Look.ORDINARY);

    private static final List<Event> MOVED = Stream.of(Kind.START, Kind.JOBS, Kind.ANSWER, Kind.JOBS)
            .map(kind -> new Event(kind, "Ben", 0))
            .toList();

    @Test
    void twoUsersNeverHaveOneEntry() {
        requireGoodEnd(
                List.of(ANN, BEN, new Colleague("Dana", false, Look.SHARED)),
                new Event(Kind.RECREATE, "Ann", 0),
                new Event(Kind.JOIN, "Dana", 0));
    }

    @Test
    void whoIsListedAsLeftBehindStaysWhenSomebodyElseIsRemoved() {
        requireGoodEnd(
                List.of(ANN, BEN, new Colleague("Gus", false, Look.GROUP), new Colleague("Eva", false, Look.GUEST)),
                new Event(Kind.PUSH, "Gus", 0),
                new Event(Kind.PUSH, "Eva", 0));
    }

    @Test
    void whoWasRefusedIsListedAfterARestoreToo() {
        requireGoodEnd(new World(
                2,
                List.of(new Colleague("Ben", true, Look.ALIAS), new Colleague("Cem", true, Look.MICROSOFT_ACCOUNT)),
                Stream.of(Kind.START, Kind.JOB, Kind.ANSWER, Kind.JOBS, Kind.ANSWER, Kind.RESTORE)
                        .map(kind -> new Event(kind, "Cem", 0))
                        .toList()));
    }

    @Test
    void whoIsListedAsLeftBehindStaysAlsoWhenSomebodyPushesBeforeTheCaseHasEnded() {
        requireGoodEnd(new World(
                3,
                List.of(ANN, new Colleague("Ben", true, Look.ALIAS), new Fact.LateLists(Duration.ofMinutes(50))),
                List.of(
                        new Event(Kind.START, "Cem", 0),
                        new Event(Kind.RESTORE, "Ann", 0),
                        new Event(Kind.WAIT, "Ann", 48),
                        new Event(Kind.JOBS, "Ann", 0),
                        new Event(Kind.ANSWER, "Ann", 0),
                        new Event(Kind.JOBS, "Ann", 0),
                        new Event(Kind.WAIT, "Ann", 40),
                        new Event(Kind.WAIT, "Ann", 31),
                        new Event(Kind.JOB, "Ann", 0),
                        new Event(Kind.CRASH, "Ann", 0),
                        new Event(Kind.PUSH, "Ann", 1))));
    }

    @Test
    void theLastOwnerMayGoAlthoughTheNextOneWaitsForAnAddressThatSomebodyHasWhoWaitsForHers() {
        requireGoodEnd(
                List.of(
                        ANN,
                        new Colleague("Ben", false, Look.ORDINARY),
                        new Fact.UniqueAddresses("ALL"),
                        new Fact.LateLists(Duration.ofMinutes(20))),
                new Event(Kind.SWAP, "Ben", 0),
                new Event(Kind.RECREATE, "Ben", 0));
    }

    @Test
    void whoIsRemovedFromTheOldPortalBetweenTwoTransfersIsTakenBackAlthoughNoListShowedHim() {
        requireGoodEnd(new World(
                4,
                List.of(ANN, new Colleague("Ben", false, Look.ORDINARY), new Fact.LateLists(Duration.ofMinutes(20))),
                Stream.of(
                                Kind.START,
                                Kind.JOB,
                                Kind.ANSWER,
                                Kind.RESTORE,
                                Kind.LEAVE_PORTAL,
                                Kind.JOBS,
                                Kind.ANSWER,
                                Kind.JOBS)
                        .map(kind -> new Event(kind, "Ben", 0))
                        .toList()));
    }

    private void requireGoodEnd(List<Fact> facts, Event... afterwards) {
        requireGoodEnd(new World(
                1, facts, Stream.concat(MOVED.stream(), Stream.of(afterwards)).toList()));
    }

    private void requireGoodEnd(World world) {
        assertThat(storyteller().play(world)).isEmpty();
    }
}
