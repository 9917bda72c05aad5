package io.accountmigration.hostile;

import io.accountmigration.hostile.Event.Kind;
import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Enrolment;
import io.accountmigration.hostile.Fact.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What there is and what happens: a list of facts and a list of events, of which any may be missing. */
record World(long seed, List<Fact> facts, List<Event> events) {

    private static final List<String> NAMES =
            List.of("Ann", "Ben", "Cem", "Dana", "Eva", "Finn", "Gus", "Hana", "Ivo", "Jo");

    private static final List<Look> LOOKS = List.of(
            Look.ORDINARY,
            Look.ORDINARY,
            Look.ORDINARY,
            Look.ORDINARY,
            Look.ORDINARY,
            Look.ODD_CASE,
            Look.ODD_CASE,
            Look.GUEST,
            Look.MICROSOFT_ACCOUNT,
            Look.GROUP,
            Look.PROGRAM,
            Look.DISABLED,
            Look.SHARED,
            Look.ALIAS,
            Look.SUBSIDIARY,
            Look.MALFORMED);

    private static final List<Kind> WHILE_MOVING = List.of(
            Kind.JOB,
            Kind.JOB,
            Kind.JOB,
            Kind.JOBS,
            Kind.JOBS,
            Kind.ANSWER,
            Kind.ANSWER,
            Kind.ANSWER,
            Kind.ANSWER_WITH_ADDRESS_OF,
            Kind.ANSWER_WITH_NEW_ADDRESS,
            Kind.TAKE_OVER,
            Kind.CANCEL,
            Kind.CRASH,
            Kind.RESTORE,
            Kind.WAIT,
            Kind.FAULT,
            Kind.FAULT,
            Kind.NO_MORE_FAULTS,
            Kind.JOIN_PORTAL,
            Kind.LEAVE_PORTAL,
            Kind.DISABLE_IN_PORTAL,
            Kind.DEMOTE_IN_PORTAL,
            Kind.START,
            Kind.RETRY,
            Kind.WAIT_LONG,
            Kind.ADOPT,
            Kind.REPEATED_WRITE,
            Kind.LATE_WRITE,
            Kind.ENROL,
            Kind.LOSE_TENANT,
            Kind.EDIT_BETWEEN_CALLS,
            Kind.EDIT_BETWEEN_CALLS);

    private static final List<Kind> JUST_BEFORE_THE_MOVE = List.of(
            Kind.FAULT,
            Kind.FAULT,
            Kind.EDIT_BETWEEN_CALLS,
            Kind.EDIT_BETWEEN_CALLS,
            Kind.RESTORE,
            Kind.CRASH,
            Kind.LATE_WRITE,
            Kind.REPEATED_WRITE,
            Kind.WAIT_LONG);

    private static final List<Kind> AFTERWARDS = Stream.concat(
                    Stream.of(Kind.values())
                            .filter(kind -> kind.compareTo(Kind.JOIN) >= 0)
                            .filter(kind -> kind != Kind.LOSE_ACTIVATION),
                    Stream.of(
                            Kind.JOBS,
                            Kind.JOBS,
                            Kind.JOBS,
                            Kind.JOB,
                            Kind.CRASH,
                            Kind.WAIT,
                            Kind.WAIT,
                            Kind.WAIT,
                            Kind.FAULT,
                            Kind.NO_MORE_FAULTS,
                            Kind.POLL,
                            Kind.POLL,
                            Kind.LEAVE,
                            Kind.LEAVE,
                            Kind.JOIN_PORTAL,
                            Kind.ADOPT,
                            Kind.REPEATED_WRITE,
                            Kind.LATE_WRITE,
                            Kind.LOSE_TENANT,
                            Kind.EDIT_BETWEEN_CALLS,
                            Kind.EDIT_BETWEEN_CALLS))
            .toList();

    /** The world of a seed: the same each time. */
    static World of(long seed) {
        var random = new Random(seed);
        // The first numbers of neighbouring seeds are alike.
        random.nextLong();
        return new World(seed, facts(random), events(random));
    }

    /** The worlds of this seed and of those that follow it. */
    static Stream<World> from(long seed, int howMany) {
        return LongStream.range(seed, seed + howMany).mapToObj(World::of);
    }

    private static List<Fact> facts(Random random) {
        var facts = new ArrayList<Fact>();
        var owners = 1 + random.nextInt(3);
        var people = owners + random.nextInt(random.nextInt(4) == 0 ? 8 : 4);
        for (var number = 0; number < Math.min(people, NAMES.size()); number++) {
            var look = number == 0 && random.nextInt(4) > 0 ? Look.ORDINARY : LOOKS.get(random.nextInt(LOOKS.size()));
            facts.add(new Colleague(NAMES.get(number), number < owners, look));
        }
        if (random.nextInt(2) == 0) {
            facts.add(new Fact.LateLists(Duration.ofMinutes(1 + random.nextInt(50))));
        }
        if (random.nextInt(3) == 0) {
            facts.add(new Fact.UniqueAddresses(random.nextBoolean() ? "ACTIVE" : "ALL"));
        }
        if (random.nextInt(3) == 0) {
            facts.add(new Fact.FeedForm(
                    random.nextBoolean() ? "SEEK" : "OFFSET",
                    random.nextBoolean() ? "DAYS" : "TIMES",
                    random.nextBoolean()));
        }
        if (random.nextInt(4) == 0) {
            facts.add(new Fact.ListForm(random.nextInt(4) > 0, random.nextInt(8) == 0));
        }
        if (random.nextInt(5) == 0) {
            facts.add(Enrolment.values()[random.nextInt(Enrolment.values().length)]);
        }
        return facts;
    }

    private static List<Event> events(Random random) {
        var events = new ArrayList<Event>();
        events.add(event(Kind.START, random));
        some(WHILE_MOVING, random.nextInt(10), random).forEach(events::add);
        if (random.nextInt(4) > 0) {
            // Most stories come to the user sync.
            events.add(event(Kind.NO_MORE_FAULTS, random));
            for (var answer = 0; answer < 4; answer++) {
                events.add(event(Kind.JOBS, random));
                events.add(event(Kind.ANSWER, random));
                if (random.nextInt(4) == 0) {
                    some(JUST_BEFORE_THE_MOVE, 1, random).forEach(events::add);
                }
                if (random.nextBoolean()) {
                    events.add(event(Kind.WAIT, random));
                }
            }
            events.add(event(Kind.JOBS, random));
            events.add(event(Kind.NO_MORE_FAULTS, random));
            events.add(event(Kind.RETRY, random));
            events.add(event(Kind.JOBS, random));
            some(AFTERWARDS, random.nextInt(14), random).forEach(events::add);
            if (random.nextInt(10) == 0) {
                events.add(event(Kind.LOSE_ACTIVATION, random));
            }
        }
        return events;
    }

    private static Stream<Event> some(List<Kind> kinds, int howMany, Random random) {
        return Stream.generate(() -> event(kinds.get(random.nextInt(kinds.size())), random))
                .limit(howMany);
    }

    private static Event event(Kind kind, Random random) {
        return new Event(
                kind, NAMES.get(random.nextInt(random.nextInt(3) == 0 ? NAMES.size() : 4)), random.nextInt(90));
    }

    /** This world without one fact or event. */
    World without(int number) {
        return number < facts.size()
                ? new World(seed, allBut(facts, number), events)
                : new World(seed, facts, allBut(events, number - facts.size()));
    }

    int size() {
        return facts.size() + events.size();
    }

    private static <T> List<T> allBut(List<T> all, int number) {
        var others = new ArrayList<>(all);
        others.remove(number);
        return others;
    }

    /** The facts of a kind. */
    <T extends Fact> Stream<T> facts(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The world in sentences. */
    String story() {
        return Stream.concat(facts.stream().map(Fact::sentence), events.stream().map(Event::sentence))
                .map(sentence -> "  " + sentence + ".\n")
                .reduce("", String::concat);
    }
}
