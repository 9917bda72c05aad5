package io.accountmigration.hostile;

import io.accountmigration.hostile.Event.Kind;
import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Enrolment;
import io.accountmigration.hostile.Fact.Look;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A kind of thing that goes wrong in reality, and when a world has it. */
enum Topic {
    ANYTHING(world -> true),
    EMPTY_SHORT_OR_OLD_LISTS(anyTrouble(Trouble::spoilsLists)),
    LISTS_WITHOUT_THEIR_COUNT(any(anyTrouble(Trouble::takesTheCount), world -> world.facts(Fact.ListForm.class)
            .anyMatch(Fact.ListForm::isUncounted))),
    UNORDERED_LISTS(world -> world.facts(Fact.ListForm.class).anyMatch(Fact.ListForm::isUnordered)),
    ADDRESS_OF_ANOTHER_PERSON(any(happens(Kind.ANSWER_WITH_ADDRESS_OF), looks(Look.SHARED))),
    TWO_OWNERS_AND_A_TAKE_OVER(world -> happens(Kind.TAKE_OVER).test(world)
            && world.facts(Colleague.class).filter(Colleague::owner).count() > 1),
    REPLACED_SIGN_IN(happens(Kind.ANSWER_WITH_NEW_ADDRESS)),
    GUESTS_ALIASES_GROUPS_AND_PROGRAMS(
            looks(Look.GUEST, Look.ALIAS, Look.GROUP, Look.PROGRAM, Look.MICROSOFT_ACCOUNT, Look.SUBSIDIARY)),
    LOST_ACTIVATION(happens(Kind.LOSE_ACTIVATION)),
    RESTARTS_AND_RESTORES(happens(Kind.CRASH, Kind.RESTORE)),
    LOCKS_THAT_END(world -> world.events().stream()
            .anyMatch(event -> event.kind() == Kind.WAIT_LONG
                    && Duration.ofHours(event.number()).compareTo(Duration.ofHours(20)) > 0)),
    REFUSALS_THAT_LOOK_LIKE_VERDICTS(anyTrouble(Trouble::refuses)),
    MALFORMED_ADDRESSES(looks(Look.MALFORMED)),
    REFUSED_MAILS(anyTrouble(Trouble::concernsMail)),
    ENROLMENT_STATES(world -> world.facts(Enrolment.class).findAny().isPresent()),
    LATE_LISTS(world -> world.facts(Fact.LateLists.class).findAny().isPresent()),
    LOOK_UPS_WHILE_LISTS_ARE_LATE(
            world -> world.facts(Fact.LateLists.class).findAny().isPresent()
                    && happens(Kind.LOOK_UP).test(world)),
    MANY_REMOVALS_AND_WHO_DECIDES(happens(Kind.ALL_BUT_ONE_LEAVE, Kind.APPROVE, Kind.REJECT)),
    REMOVED_TENANTS(world ->
            looks(Look.SUBSIDIARY).test(world) && happens(Kind.LOSE_TENANT).test(world)),
    PUSH_AGAINST_POLL(world -> happens(Kind.PUSH, Kind.PUSH_TWICE).test(world)
            && happens(Kind.POLL).test(world)),
    RENAMED_SWAPPED_AND_CREATED_AGAIN(happens(Kind.RENAME, Kind.SWAP, Kind.RECREATE)),
    ODD_CASE(any(looks(Look.ODD_CASE), happens(Kind.CHANGE_CASE))),
    UNIQUE_ADDRESSES(world -> world.facts(Fact.UniqueAddresses.class).findAny().isPresent()),
    FORMS_OF_THE_FEED(world -> world.facts(Fact.FeedForm.class).findAny().isPresent()),
    TOO_MANY_CALLS(anyTrouble(Trouble::asksForPatience)),
    LOST_ANSWERS(anyTrouble(Trouble::losesAnswers)),
    DOUBLED_AND_DELAYED_WRITES(happens(Kind.REPEATED_WRITE, Kind.LATE_WRITE)),
    EDITS_BETWEEN_TWO_CALLS(happens(Kind.EDIT_BETWEEN_CALLS)),
    OPERATORS_WHO_GIVE_UP_AND_COMPARE(happens(Kind.CANCEL, Kind.RECONCILE, Kind.RETRY)),
    OWNERS_WHO_LEAVE(happens(Kind.LEAVE_PORTAL, Kind.DISABLE_IN_PORTAL, Kind.DEMOTE_IN_PORTAL, Kind.DEMOTE));

    private final Predicate<World> has;

    Topic(Predicate<World> has) {
        this.has = has;
    }

    /** As few worlds as show every topic: of these, each that has one which none before has. */
    static List<World> shownBy(Stream<World> worlds) {
        var shown = EnumSet.noneOf(Topic.class);
        return worlds.filter(world -> shown.addAll(
                        Stream.of(values()).filter(topic -> topic.isIn(world)).toList()))
                .toList();
    }

    boolean isIn(World world) {
        return has.test(world);
    }

    private static Predicate<World> happens(Kind... kinds) {
        var wanted = Set.of(kinds);
        return world -> world.events().stream()
                .flatMap(event ->
                        event.kind() == Kind.EDIT_BETWEEN_CALLS ? Stream.of(event, event.between()) : Stream.of(event))
                .anyMatch(event -> wanted.contains(event.kind()));
    }

    private static Predicate<World> looks(Look... looks) {
        var wanted = Set.of(looks);
        return world -> world.facts(Colleague.class).anyMatch(colleague -> wanted.contains(colleague.look()));
    }

    private static Predicate<World> anyTrouble(Predicate<Trouble> kind) {
        return world -> world.events().stream()
                .filter(event -> event.kind() == Kind.FAULT)
                .map(event -> Trouble.of(event.number()))
                .anyMatch(kind);
    }

    private static Predicate<World> any(Predicate<World> one, Predicate<World> other) {
        return one.or(other);
    }
}
