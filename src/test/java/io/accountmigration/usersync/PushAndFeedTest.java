package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A push and the feed may use the same id: for the same change, or for another one; neither hides the other. */
class PushAndFeedTest extends SyncTest {

    @BeforeEach
    void beInStep() {
        haveAnOwner();
        begin();
        pollAndWork();
        clock.advance(Duration.ofHours(5));
        pollAndWork();
    }

    @Test
    void aPushFromOutsideThePolledTimeHidesNoRecord() {
        var record = add("bob", "Developer");
        acceptUserChange.accept(
                publisherId, change(record.changeId(), clock.instant().minus(Duration.ofHours(4)), "ann"));
        work();
        pollAndWork();

        assertThat(inPortal()).contains("bob@example.com;contributor");
    }

    @Test
    void aRecordHidesNoPush() {
        var record = add("bob", "Developer");
        pollAndWork();
        acceptUserChange.accept(
                publisherId, change(record.changeId(), clock.instant().minus(Duration.ofHours(4)), "ann"));
        work();

        assertThat(view().latest()).anyMatch(change -> "ann".equals(change.userId()));
    }

    @Test
    void aPushThatNothingConfirmsIsPutRightAlsoWhereListsDoNotLag() {
        add("bob", "Developer");
        pollAndWork();
        clock.advance(Duration.ofSeconds(1));
        acceptUserChange.accept(publisherId, removalOf("bob"));
        work();
        later(Duration.ofSeconds(3));
        assertThat(inPortal()).doesNotContain("bob@example.com;contributor");
        later(Duration.ofMinutes(2));

        assertThat(inPortal()).isEqualTo(inPartnerCenter());
        requireEqual();
    }

    private IncomingChange removalOf(String userId) {
        return new IncomingChange(
                "removal of " + userId,
                clock.instant(),
                userId,
                null,
                null,
                ChangeOperation.REMOVE,
                "REMOVE",
                Set.of());
    }

    static Stream<Named<UnaryOperator<IncomingChange>>> otherWords() {
        return Stream.of(
                Named.of("other roles", told -> withRoles(told, Set.of("Marketer"))),
                Named.of(
                        "another operation",
                        told -> new IncomingChange(
                                told.changeId(),
                                told.occurredAt(),
                                told.userId(),
                                told.userPrincipalName(),
                                told.displayName(),
                                ChangeOperation.REMOVE,
                                "REMOVE",
                                Set.of())),
                Named.of(
                        "another address",
                        told -> new IncomingChange(
                                told.changeId(),
                                told.occurredAt(),
                                told.userId(),
                                "other@example.com",
                                told.displayName(),
                                told.operation(),
                                told.operationName(),
                                told.roles())),
                Named.of("another time", told -> at(told, told.occurredAt().minus(Duration.ofMinutes(5)))),
                Named.of("a time long ago", told -> at(told, told.occurredAt().minus(Duration.ofHours(4)))),
                Named.of("another user", told -> change(told.changeId(), told.occurredAt(), "eve")));
    }

    @ParameterizedTest
    @MethodSource("otherWords")
    void aPushThatTheFeedContradictsLeadsToOneComparison(UnaryOperator<IncomingChange> otherWords) {
        var record = add("ann", "Manager");
        acceptUserChange.accept(publisherId, otherWords.apply(pushed(record)));
        work();
        var reads = partnerCenter.rosterReads();
        pollSixTimes();

        assertThat(partnerCenter.rosterReads() - reads).isOne();
        requireEqual();
    }

    @ParameterizedTest
    @MethodSource("otherWords")
    void aPushThatContradictsTheFeedLeadsToOneComparison(UnaryOperator<IncomingChange> otherWords) {
        var record = add("ann", "Manager");
        pollAndWork();
        var reads = partnerCenter.rosterReads();
        acceptUserChange.accept(publisherId, otherWords.apply(pushed(record)));
        work();
        pollSixTimes();

        assertThat(partnerCenter.rosterReads() - reads).isOne();
        requireEqual();
    }

    @Test
    void aPushThatTheFeedConfirmsLeadsToNoComparison() {
        var record = add("ann", "Manager");
        acceptUserChange.accept(
                publisherId, at(pushed(record), record.occurredAt().plusMillis(300)));
        work();
        var reads = partnerCenter.rosterReads();
        pollSixTimes();

        assertThat(partnerCenter.rosterReads()).isEqualTo(reads);
        requireEqual();
    }

    @Test
    void theOrderThatTheFeedTellsCounts() {
        add("ann", "Developer");
        pollAndWork();
        var removed = remove("ann");
        clock.advance(Duration.ofMinutes(1));
        var added = add("ann", "Manager");
        // The push claims that the removal came after the addition.
        acceptUserChange.accept(
                publisherId, at(pushed(removed), added.occurredAt().plusSeconds(20)));
        work();
        pollSixTimes();

        assertThat(inPortal()).contains("ann@example.com;owner");
        requireEqual();
    }

    @Test
    void aRecordThatTheFeedHasLostLeadsToOneComparison() {
        var record = add("ann", "Manager");
        pollAndWork();
        partnerCenter.forget(publisherId, record);
        var reads = partnerCenter.rosterReads();
        pollSixTimes();

        assertThat(partnerCenter.rosterReads() - reads).isOne();
    }

    @Test
    void recordsThatAreLostAgainAreMissedAgain() {
        add("ann", "Manager");
        pollAndWork();
        for (var loss = 0; loss < 2; loss++) {
            var reads = partnerCenter.rosterReads();
            partnerCenter.failNextReading(NewPortal.Trouble.EMPTY);
            pollSixTimes();
            assertThat(partnerCenter.rosterReads() - reads).isOne();
        }
    }

    private void pollSixTimes() {
        for (var poll = 0; poll < 6; poll++) {
            clock.advance(Duration.ofMinutes(1));
            poll();
            later(Duration.ZERO);
        }
    }

    private static IncomingChange at(IncomingChange told, Instant occurredAt) {
        return new IncomingChange(
                told.changeId(),
                occurredAt,
                told.userId(),
                told.userPrincipalName(),
                told.displayName(),
                told.operation(),
                told.operationName(),
                told.roles());
    }

    private static IncomingChange change(String changeId, Instant occurredAt, String userId) {
        return new IncomingChange(
                changeId,
                occurredAt,
                userId,
                userId + "@example.com",
                null,
                ChangeOperation.ADD,
                "ADD",
                Set.of("Developer"));
    }
}
