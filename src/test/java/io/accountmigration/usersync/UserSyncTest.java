package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.operations.UserSyncView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One use case per test, on PostgreSQL, between portals held in memory. */
class UserSyncTest extends SyncTest {

    @BeforeEach
    void haveAnOwnerOnBothSides() {
        haveAnOwner();
    }

    @Nested
    class Changes {

        @Test
        void anAdditionARoleChangeAndARemovalReachThePortal() {
            begin();
            add("ann", "Developer");
            add("bob", "Developer");
            pollAndWork();
            assertThat(inPortal())
                    .containsExactly(
                            "ann@example.com;contributor", "bob@example.com;contributor", "boss@example.com;owner");
            add("ann", "Manager");
            remove("bob");
            pollAndWork();

            assertThat(inPortal()).containsExactly("ann@example.com;owner", "boss@example.com;owner");
            assertThat(entry("bob").active()).isFalse();
            requireEqual();
        }

        @Test
        void anOlderChangeAfterANewerOneChangesNothing() {
            begin();
            var older = add("ann", "Manager");
            var newer = add("ann", "Developer");
            push(newer);
            work();
            var writes = portal.writes();
            push(older);
            work();

            assertThat(inPortal()).contains("ann@example.com;contributor");
            assertThat(portal.writes()).isEqualTo(writes);
        }

        @Test
        void theSameChangeByPushAndByFeedIsOneChange() {
            begin();
            push(add("ann", "Developer"));
            pollAndWork();
            var writes = portal.writes();
            pollAndWork();

            assertThat(portal.writes()).isEqualTo(writes);
            assertThat(view().latest()).hasSize(2); // ann, and the boss whom the feed tells of
        }

        @Test
        void aRenameIsARename() {
            begin();
            partnerCenter.put(publisherId, "boss", "chief@example.com", Set.of("Manager"), Duration.ZERO);
            pollAndWork();

            assertThat(entry("u-boss").address()).isEqualTo("chief@example.com");
            assertThat(portal.users(publisherId)).hasSize(1);
            requireEqual();
        }

        @Test
        void aRestoreIsARestore() {
            begin();
            add("ann", "Developer");
            pollAndWork();
            remove("ann");
            pollAndWork();
            add("ann", "Developer");
            pollAndWork();

            assertThat(entry("ann").active()).isTrue();
            assertThat(portal.users(publisherId)).hasSize(2);
            requireEqual();
        }

        @Test
        void whoWasRemovedLeavesThePortalAfterTheGracePeriod() {
            begin();
            add("ann", "Developer");
            pollAndWork();
            remove("ann");
            pollAndWork();
            later(Duration.ofDays(29));
            assertThat(portal.users(publisherId)).containsKey("ann");
            later(Duration.ofDays(2));

            assertThat(portal.users(publisherId)).doesNotContainKey("ann");
        }

        @Test
        void aRoleNobodyKnowsIsListedAndGivesAndTakesNothing() {
            begin();
            add("ann", "Developer");
            add("bob", "Oracle");
            pollAndWork();
            partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Marketer", "Oracle"), Duration.ZERO);
            pollAndWork();

            assertThat(inPortal()).containsExactly("ann@example.com;contributor", "boss@example.com;owner");
            assertThat(view().unmapped())
                    .anySatisfy(drift -> assertThat(drift.userId()).isEqualTo("bob"));
        }

        @Test
        void anOperationNobodyKnowsIsKeptAndListed() {
            begin();
            acceptUserChange.accept(
                    publisherId,
                    new IncomingChange(
                            "odd",
                            clock.instant(),
                            "ann",
                            "ann@example.com",
                            null,
                            ChangeOperation.UNKNOWN,
                            "PROMOTE",
                            Set.of("Manager")));
            work();

            assertThat(inPortal()).containsExactly("boss@example.com;owner");
            assertThat(view().unmapped())
                    .anySatisfy(drift -> assertThat(drift.detail()).contains("UNKNOWN_OPERATION"));
        }

        @Test
        void aRoleWithoutEffectInTheMarketplaceGivesNoAccess() {
            begin();
            add("ann", "Manager");
            pollAndWork();
            add("ann", "Marketer");
            pollAndWork();

            assertThat(inPortal()).containsExactly("boss@example.com;owner");
            requireEqual();
        }

        @Test
        void aRepeatedIdThatSaysSomethingElseIsRefused() {
            begin();
            var change = pushed(add("ann", "Developer"));
            acceptUserChange.accept(publisherId, change);
            var other = new IncomingChange(
                    change.changeId(),
                    change.occurredAt(),
                    change.userId(),
                    change.userPrincipalName(),
                    change.displayName(),
                    change.operation(),
                    change.operationName(),
                    Set.of("Manager"));

            assertThatThrownBy(() -> acceptUserChange.accept(publisherId, other))
                    .isInstanceOfSatisfying(UserSyncRefused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(UserSyncRefused.Refusal.CHANGE_ID_REUSED));
        }

        @Test
        void changesOfTheFutureAndOfLongAgoAreRefused() {
            begin();
            for (var days : new int[] {1, -3650}) {
                var change = new IncomingChange(
                        "c" + days,
                        clock.instant().plus(Duration.ofDays(days)),
                        "ann",
                        "ann@example.com",
                        null,
                        ChangeOperation.ADD,
                        "ADD",
                        Set.of("Developer"));
                assertThatThrownBy(() -> acceptUserChange.accept(publisherId, change))
                        .isInstanceOf(UserSyncRefused.class);
            }
        }

        @Test
        void oneUserIsPutRightOnDemandAndTheStepsAreTold() {
            begin();
            partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Developer"), Duration.ofHours(1));
            var change = requestReconciliation.ofUser(publisherId, "ann@example.com");
            work();

            var outcome = requestReconciliation.outcomeOf(publisherId, change).orElseThrow();
            assertThat(outcome.state()).isEqualTo(ChangeState.APPLIED);
            assertThat(outcome.userId()).isEqualTo("ann");
            assertThat(outcome.steps())
                    .containsExactly(
                            "READ\tann@example.com\tDeveloper\t" + clock.instant(),
                            "MATCHED_NONE",
                            "MAPPED\tDeveloper\tCONTRIBUTOR",
                            "WRITTEN\tNONE\tCONTRIBUTOR");
            requireEqual();
        }
    }

    @Nested
    class Guards {

        @Test
        void theLastOwnerStaysUntilThereIsAnother() {
            begin();
            remove("boss");
            pollAndWork();
            assertThat(inPortal()).containsExactly("boss@example.com;owner");
            assertThat(view().held()).hasSize(1);
            add("ann", "Manager");
            pollAndWork();

            assertThat(inPortal()).containsExactly("ann@example.com;owner");
            assertThat(view().held()).isEmpty();
            requireEqual();
        }

        @Test
        void theLastOwnerIsNotDemotedEither() {
            begin();
            add("boss", "Developer");
            pollAndWork();

            assertThat(inPortal()).containsExactly("boss@example.com;owner");
        }

        private void haveFiftyUsersAndRemoveForty() {
            for (var number = 1; number < 50; number++) {
                add("user" + number, "Developer");
            }
            begin();
            pollAndWork();
            assertThat(inPortal()).hasSize(50);
            for (var number = 1; number <= 40; number++) {
                remove("user" + number);
            }
            pollAndWork();
        }

        @Test
        void manyRemovalsAreDoneOnlyWhenAnOperatorApproves() {
            haveFiftyUsersAndRemoveForty();
            assertThat(inPortal()).hasSize(50);
            assertThat(view().stagedRemovals()).hasSize(40);
            assertThat(alerts.told).containsExactly(publisherId + " staged 40");
            later(Duration.ofDays(2));
            assertThat(inPortal()).hasSize(50);
            assertThat(view().stagedRemovals()).hasSize(40);
            decideRemovals.approve(publisherId, Instant.MAX, "operator", "the branch was closed");
            work();

            assertThat(inPortal()).hasSize(10);
            requireEqual();
        }

        @Test
        void anOperatorDecidesOnlyOnWhatWasSeen() {
            haveFiftyUsersAndRemoveForty();
            var seenUntil = view().stagedRemovals().get(0).decidedAt();
            clock.advance(Duration.ofSeconds(1));
            remove("user41");
            pollAndWork();
            assertThat(view().stagedRemovals()).hasSize(41);

            assertThat(decideRemovals.approve(publisherId, seenUntil, "operator", "closed"))
                    .isEqualTo(40);
            work();
            assertThat(inPortal()).hasSize(10);
            assertThat(view().stagedRemovals()).singleElement().satisfies(removal -> assertThat(removal.userId())
                    .isEqualTo("user41"));
        }

        @Test
        void manyRemovalsThatAnOperatorRejectsAreShownAsDrift() {
            haveFiftyUsersAndRemoveForty();
            decideRemovals.reject(publisherId, Instant.MAX, "operator", "somebody slipped");
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(inPortal()).hasSize(50);
            assertThat(view().stagedRemovals()).isEmpty();
            assertThat(view().parity().equal()).isFalse();
            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts())
                    .filteredOn(drift -> drift.action() == DriftAction.KEPT_BY_OPERATOR)
                    .hasSize(40)
                    .allSatisfy(drift -> assertThat(drift.detail()).contains("somebody slipped"));
        }

        @Test
        void removalsThatComeOneByOneAreTooManyAsWell() {
            for (var number = 1; number < 50; number++) {
                add("user" + number, "Developer");
            }
            begin();
            for (var number = 1; number <= 40; number++) {
                push(remove("user" + number));
                work();
            }

            assertThat(inPortal()).hasSize(40);
            assertThat(view().stagedRemovals()).hasSize(30);
        }

        @Test
        void allUsersOfADomainWaitForAnOperator() {
            for (var name : new String[] {"a", "b"}) {
                partnerCenter.put(publisherId, name, name + "@bought.example", Set.of("Developer"), Duration.ZERO);
            }
            for (var number = 1; number < 20; number++) {
                add("user" + number, "Developer");
            }
            begin();
            remove("a");
            remove("b");
            pollAndWork();

            assertThat(view().stagedRemovals()).hasSize(2).allSatisfy(change -> assertThat(change.reason())
                    .isEqualTo("TENANT_REMOVED"));
        }

        @Test
        void theLastUsersOfADomainWaitEvenWhenOthersWentBefore() {
            for (var name : new String[] {"a", "b"}) {
                partnerCenter.put(publisherId, name, name + "@bought.example", Set.of("Developer"), Duration.ZERO);
            }
            for (var number = 1; number < 20; number++) {
                add("user" + number, "Developer");
            }
            begin();
            push(remove("a"));
            work();
            push(remove("b"));
            work();

            assertThat(inPortal())
                    .doesNotContain("a@bought.example;contributor")
                    .contains("b@bought.example;contributor");
            assertThat(view().stagedRemovals()).singleElement().satisfies(removal -> assertThat(removal.reason())
                    .isEqualTo("TENANT_REMOVED"));
        }

        @Test
        void whoComesBackIsRemovedByNobody() {
            haveFiftyUsersAndRemoveForty();
            add("user1", "Developer");
            pollAndWork();

            assertThat(view().stagedRemovals()).hasSize(39);
            decideRemovals.approve(publisherId, Instant.MAX, "operator", "closed");
            work();
            assertThat(inPortal()).hasSize(11).contains("user1@example.com;contributor");
        }
    }

    @Nested
    class Trouble {

        @Test
        void aPoisonedUserBlocksNobody() {
            begin();
            for (var number = 0; number < 200; number++) {
                add("user" + number, "Developer");
            }
            portal.poison("user77@example.com");
            pollAndWork();

            assertThat(inPortal()).hasSize(200);
            assertThat(view().state()).isEqualTo(UserSyncView.State.USERS_FAILING);
            assertThat(view().failed()).singleElement().satisfies(failed -> {
                assertThat(failed.userPrincipalName()).isEqualTo("user77@example.com");
                assertThat(failed.reason()).isEqualTo("PORTAL_UNAVAILABLE");
                assertThat(failed.attempts()).isOne();
            });
            portal.heal("user77@example.com");
            later(Duration.ofMinutes(5));
            requireEqual();
        }

        @Test
        void aPoisonedUserIsTriedLessAndLessOften() {
            begin();
            add("ann", "Developer");
            portal.poison("ann@example.com");
            pollAndWork();
            var first = Duration.between(clock.instant(), view().failed().get(0).nextTryAt());
            later(first);
            var second =
                    Duration.between(clock.instant(), view().failed().get(0).nextTryAt());

            assertThat(second).isGreaterThan(first);
            portal.heal("ann@example.com");
        }

        @Test
        void aFeedThatLeavesOutWhatItToldLeadsToAComparisonAndNoRemoval() {
            begin();
            add("ann", "Developer");
            pollAndWork();
            partnerCenter.failNextReading(NewPortal.Trouble.EMPTY);
            poll();

            assertThat(view().reconciliationDue()).isEqualTo(ReconcileReason.FEED_GAP);
            work();
            assertThat(view().reconciliationDue()).isNull();
            requireEqual();
        }

        @Test
        void aFeedThatDoesNotAnswerLeadsToNoComparison() {
            begin();
            partnerCenter.failNextReading(NewPortal.Trouble.UNAVAILABLE);
            poll();

            assertThat(view().reconciliationDue()).isNull();
        }

        @Test
        void aFeedThatIsIncompleteOrReachesNotFarEnoughLeadsToAComparison() {
            begin();
            for (var trouble : new NewPortal.Trouble[] {NewPortal.Trouble.INCOMPLETE, NewPortal.Trouble.EXPIRED}) {
                partnerCenter.put(
                        publisherId, "ann" + trouble, trouble + "@example.com", Set.of("Developer"), Duration.ZERO);
                partnerCenter.failNextReading(trouble);
                poll();
                assertThat(view().reconciliationDue()).isNotNull();
                work();
                requireEqual();
            }
        }

        @Test
        void anEmptySnapshotRemovesNobody() {
            add("ann", "Developer");
            begin();
            partnerCenter.answersEmpty(true);
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(inPortal()).hasSize(2);
            partnerCenter.answersEmpty(false);
            later(Duration.ofMinutes(5));
            requireEqual();
        }

        @Test
        void aPortalThatRefusesThisProgramIsToldFromOneThatIsDown() {
            begin();
            add("ann", "Developer");
            portal.refuses(true);
            poll();
            for (var tries = 0; tries < 20; tries++) {
                later(Duration.ofMinutes(10));
            }

            assertThat(alerts.told).containsExactly(publisherId + " PORTAL_REFUSES");
        }

        @Test
        void aPortalThatIsDownIsNobodysFailureAndEndsInQuarantine() {
            begin();
            add("ann", "Developer");
            portal.isDown(true);
            pollAndWork();
            assertThat(view().failed()).isEmpty();
            for (var tries = 0; tries < 20; tries++) {
                later(Duration.ofMinutes(10));
            }

            assertThat(view().state()).isEqualTo(UserSyncView.State.QUARANTINED);
            assertThat(view().quarantine().nextTryAt()).isAfter(clock.instant().plus(Duration.ofHours(2)));
            assertThat(alerts.told).containsExactly(publisherId + " PORTAL_UNAVAILABLE");
            later(Duration.ofDays(40));
            later(Duration.ofDays(2));
            assertThat(view().state()).isEqualTo(UserSyncView.State.TURNED_OFF);
            assertThat(alerts.told).hasSize(1);
            portal.isDown(false);
            requestReconciliation.ofAll(publisherId);
            work();
            requireEqual();
        }
    }

    @Nested
    class Comparing {

        @Test
        void anEditInThePortalIsShownAndOverwritten() {
            add("ann", "Developer");
            begin();
            portal.edit(publisherId, "ann", "ann@example.com", PublisherRole.OWNER);
            portal.edit(publisherId, "mallory", "mallory@example.com", PublisherRole.OWNER);
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts())
                    .extracting(Drift::driftClass)
                    .containsExactlyInAnyOrder(DriftClass.ROLE_DIFFERS, DriftClass.EXTRA_IN_CPP);
            assertThat(entry("ann").role()).isEqualTo(PublisherRole.CONTRIBUTOR);
            approveRemovals();
            assertThat(entry("mallory").active()).isFalse();
            requireEqual();
        }

        @Test
        void whoCanHaveNoCounterpartIsListedWithAnActionAndStays() {
            portal.edit(
                    publisherId,
                    new PublisherUser("team", "team@example.com", "Team", UserType.GROUP, PublisherRole.OWNER, true));
            begin();

            assertThat(portal.users(publisherId).get("team").active()).isTrue();
            assertThat(view().unmapped()).singleElement().satisfies(drift -> {
                assertThat(drift.detail()).isEqualTo(NoCounterpart.GROUP.name());
                assertThat(drift.action()).isEqualTo(DriftAction.ADD_MEMBERS_IN_PARTNER_CENTER);
            });
            assertThat(view().parity().equal()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"no address", "two@at@example.com", "@example.com", "ann@", ""})
        void whoseAddressIsNoneIsListedAsThatAndStays(String address) {
            portal.edit(publisherId, "odd", address, PublisherRole.CONTRIBUTOR);
            begin();

            assertThat(entry("odd").active()).isTrue();
            assertThat(view().unmapped()).singleElement().satisfies(drift -> {
                assertThat(drift.detail()).isEqualTo("MALFORMED_ADDRESS");
                assertThat(drift.action()).isEqualTo(DriftAction.ADD_PERSON_IN_PARTNER_CENTER);
            });
            assertThat(view().parity().equal()).isTrue();
        }

        @Test
        void whoseAddressWasNoneStaysListedWhenItIsCorrected() {
            portal.edit(publisherId, "odd", "odd.example.com", PublisherRole.CONTRIBUTOR);
            begin();
            portal.edit(publisherId, "odd", "odd@example.com", PublisherRole.CONTRIBUTOR);
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(entry("odd").active()).isTrue();
            assertThat(view().unmapped()).singleElement().satisfies(drift -> assertThat(drift.detail())
                    .isEqualTo(NoCounterpart.NOT_TAKEN.name()));
        }

        @Test
        void whoCouldNotBeLookedUpIsLookedUpAgainSoon() {
            begin();
            portal.edit(publisherId, "mallory", "mallory@example.com", PublisherRole.CONTRIBUTOR);
            directory.isDown(true);
            requestReconciliation.ofAll(publisherId);
            work();
            assertThat(entry("mallory").active()).isTrue();
            directory.isDown(false);
            later(Duration.ofMinutes(2));
            approveRemovals();

            assertThat(entry("mallory").active()).isFalse();
            requireEqual();
        }

        @Test
        void whoIsLeftWhenTheDirectoryIsSlowIsLookedUpByTheNextComparisons() {
            begin();
            for (var number = 1; number <= 5; number++) {
                portal.edit(publisherId, "m" + number, "m" + number + "@example.com", PublisherRole.CONTRIBUTOR);
            }
            directory.takes(Duration.ofSeconds(4));
            var asked = directory.asked();
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(directory.asked() - asked).isEqualTo(3);
            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts())
                    .filteredOn(drift -> drift.action() == DriftAction.COULD_NOT_CHECK)
                    .hasSize(2);
            later(Duration.ofMinutes(2));
            approveRemovals();
            assertThat(inPortal()).containsExactly("boss@example.com;owner");
            requireEqual();
        }

        private void approveRemovals() {
            decideRemovals.approve(publisherId, Instant.MAX, "operator", "not ours");
            work();
        }

        @Test
        void profilesFollowPartnerCenter() {
            partnerCenter.putSettings(SettingsArea.COMPANY, Map.of("name", "New name"));
            begin();

            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts()).anySatisfy(drift -> {
                assertThat(drift.driftClass()).isEqualTo(DriftClass.SETTINGS_DIFFER);
                assertThat(drift.action()).isEqualTo(DriftAction.CORRECTED);
            });
            assertThat(portal.find(publisherId).orElseThrow().settings())
                    .containsEntry(SettingsArea.COMPANY, Map.of("name", "New name"));
        }

        @Test
        void bothProfilesFollowInOneComparison() {
            partnerCenter.putSettings(SettingsArea.COMPANY, Map.of("name", "New name"));
            partnerCenter.putSettings(SettingsArea.PAYOUT, Map.of("iban", "NL02"));
            begin();

            assertThat(viewUserSync.driftOf(publisherId).orElseThrow().drifts())
                    .filteredOn(drift -> drift.driftClass() == DriftClass.SETTINGS_DIFFER)
                    .extracting(Drift::action)
                    .containsExactly(DriftAction.CORRECTED, DriftAction.CORRECTED);
            assertThat(portal.find(publisherId).orElseThrow().settings())
                    .containsEntry(SettingsArea.COMPANY, Map.of("name", "New name"))
                    .containsEntry(SettingsArea.PAYOUT, Map.of("iban", "NL02"));
        }

        @Test
        void aProfileThatCannotBeWrittenKeepsNoUserWaiting() {
            begin();
            partnerCenter.putSettings(SettingsArea.COMPANY, Map.of("name", "Newer name"));
            partnerCenter.put(publisherId, "ann", "ann@example.com", Set.of("Developer"), Duration.ofHours(1));
            portal.failNextWrite(OldPortal.Trouble.UNAVAILABLE);
            requestReconciliation.ofAll(publisherId);
            work();

            assertThat(inPortal()).contains("ann@example.com;contributor");
            assertThat(view().parity().settingsEqual()).isFalse();
            assertThat(view().parity().equal()).isFalse();
            later(Duration.ofMinutes(2));
            assertThat(view().parity().settingsEqual()).isTrue();
            requireEqual();
        }

        @Test
        void aPushThatTheFeedContradictsIsPutRight() {
            begin();
            var told = add("ann", "Manager");
            var pushed = pushed(told);
            acceptUserChange.accept(
                    publisherId,
                    new IncomingChange(
                            pushed.changeId(),
                            pushed.occurredAt(),
                            pushed.userId(),
                            pushed.userPrincipalName(),
                            pushed.displayName(),
                            pushed.operation(),
                            pushed.operationName(),
                            Set.of("Developer")));
            work();
            assertThat(inPortal()).contains("ann@example.com;contributor");
            clock.advance(Duration.ofSeconds(1));
            pollAndWork();

            assertThat(inPortal()).contains("ann@example.com;owner");
            requireEqual();
        }

        @Test
        void anUnchangedComparisonWritesNothingToThePortal() {
            begin();
            var writes = portal.writes();
            requestReconciliation.ofAll(publisherId);
            work();
            pollAndWork();

            assertThat(portal.writes()).isEqualTo(writes);
        }

        @Test
        void theHashIsOneThatAnyoneCanCompute() {
            begin();

            // printf 'boss@example.com;owner\n' | sha256sum
            assertThat(view().parity().portalHash())
                    .isEqualTo("e64e95569bd52757b9ebb50b6aacf7a98e196e9fd13a06fdcd505aabcedd40db");
        }
    }
}
