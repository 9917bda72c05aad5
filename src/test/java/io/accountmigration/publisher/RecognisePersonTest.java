package io.accountmigration.publisher;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static io.accountmigration.publisher.PublisherRole.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.publisher.RecognisePerson.Recognised;
import io.accountmigration.publisher.RecognisePerson.Recognition;
import io.accountmigration.publisher.RecognisePerson.Stranger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class RecognisePersonTest {

    private static final String ISSUER = "https://sso.example.com";
    private static final String ADDRESS = "owner@contoso.com";
    private static final String OTHER = "other@contoso.com";
    private static final Recognition KNOWN = new Recognised(ADDRESS);

    private final KnownPeople persons = new KnownPeople();
    private final PublisherReader publishers = mock(PublisherReader.class);
    private final PublisherPeople people = new PublisherPeople(persons, persons.bound);
    private final RecognisePerson recognisePerson = new RecognisePerson(
            persons,
            persons.bound,
            publishers,
            TransactionOperations.withoutTransaction(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void contosoHasAnOwner() {
        portalKnows(Map.of("u1", ADDRESS));
    }

    @Test
    void theFirstSignInBindsThePersonToTheUserOfTheAddress() {
        assertThat(signIn("1", "Owner@Contoso.com")).isEqualTo(KNOWN);

        assertThat(owners(Map.of("u1", ADDRESS))).containsExactly(ADDRESS);
        assertThat(persons.bound.find("contoso", "u1")).isPresent();
    }

    @Test
    void laterTheAddressDoesNotCountAndThePortalIsNotAsked() {
        signIn("1", ADDRESS);
        clearInvocations(publishers);

        assertThat(signIn("1", "other@fabrikam.com")).isEqualTo(KNOWN);
        assertThat(recognisePerson.recognise(ISSUER, "1", Optional.empty())).isEqualTo(KNOWN);
        verify(publishers, never()).publishersOf(any());
    }

    @Test
    void withoutAVerifiedAddressNobodyIsBound() {
        assertThat(recognisePerson.recognise(ISSUER, "1", Optional.empty())).isEqualTo(Stranger.ADDRESS_NOT_VERIFIED);
    }

    @Test
    void whomThePortalDoesNotKnowIsNotBound() {
        assertThat(signIn("1", "a@b.example")).isEqualTo(Stranger.NO_PUBLISHER_USER);
        assertThat(persons.existsByName("a@b.example")).isFalse();
    }

    @Test
    void aUserIsBoundOnce() {
        signIn("1", ADDRESS);

        assertThat(signIn("2", ADDRESS)).isEqualTo(Stranger.ADDRESS_TAKEN);
        assertThat(recognisePerson.known(ISSUER, "2")).isEmpty();
    }

    @Test
    void whoeverWasBoundByTheFirstReleaseKeepsTheAddress() {
        persons.saveAndFlush(new Person(ISSUER, "1", ADDRESS, new EmailAddress(ADDRESS), Instant.EPOCH));

        assertThat(signIn("2", ADDRESS)).isEqualTo(Stranger.ADDRESS_TAKEN);
        assertThat(owners(Map.of("u1", ADDRESS))).containsExactly(ADDRESS);
    }

    @Test
    void aPersonWhoseUserWasRenamedStaysThatUser() {
        signIn("1", ADDRESS);

        assertThat(owners(Map.of("u1", OTHER))).containsExactly(ADDRESS);
    }

    @Test
    void whoeverGetsTheFormerAddressIsNotThatUser() {
        signIn("1", ADDRESS);
        portalKnows(Map.of("u1", OTHER));

        assertThat(signIn("2", ADDRESS)).isEqualTo(Stranger.NO_PUBLISHER_USER);
        assertThat(owners(Map.of("u1", OTHER))).containsExactly(ADDRESS);
    }

    @Test
    void whoeverHasTheNewAddressOfSomebodyElsesUserIsNotThatUser() {
        signIn("1", ADDRESS);
        portalKnows(Map.of("u1", OTHER));

        assertThat(signIn("2", OTHER)).isEqualTo(Stranger.ADDRESS_TAKEN);
    }

    @Test
    void anAddressThatIsUsedAgainMakesAnotherPersonOfAnotherName() {
        signIn("1", ADDRESS);
        portalKnows(Map.of("u2", ADDRESS));

        var second = signIn("2", ADDRESS);

        assertThat(second).isEqualTo(new Recognised(ADDRESS + ".2"));
        assertThat(owners(Map.of("u2", ADDRESS))).containsExactly(ADDRESS + ".2");
        assertThat(signIn("1", ADDRESS)).isEqualTo(KNOWN);
        assertThat(userOf(ADDRESS, Map.of("u2", ADDRESS))).isEmpty();
        assertThat(userOf(ADDRESS + ".2", Map.of("u2", ADDRESS))).contains("u2");
    }

    @Test
    void anAddressThatIsUsedAgainLetsNobodyActBeforeItsNewPersonHasSignedIn() {
        signIn("1", ADDRESS);

        assertThat(owners(Map.of("u2", ADDRESS))).isEmpty();
        assertThat(userOf(ADDRESS, Map.of("u2", ADDRESS))).isEmpty();
    }

    @Test
    void whomAnOperatorNamesIsAUserAgain() {
        signIn("1", ADDRESS);

        people.forget("contoso", ADDRESS);

        assertThat(owners(Map.of("u2", ADDRESS))).containsExactly(ADDRESS);
    }

    @Test
    void anAddressThatPassesToAnotherPersonAtTheServerStaysNobodysBinding() {
        signIn("1", ADDRESS);
        portalKnows(Map.of("u1", ADDRESS, "u2", OTHER));
        signIn("2", OTHER);

        signIn("1", OTHER);

        assertThat(owners(Map.of("u1", ADDRESS, "u2", OTHER))).containsExactlyInAnyOrder(ADDRESS, OTHER);
        assertThat(userOf(OTHER, Map.of("u1", ADDRESS, "u2", OTHER))).contains("u2");
    }

    @Test
    void whoSignsInWithAPasswordIsAPersonToo() {
        recognisePerson.remember(new EmailAddress(ADDRESS));
        recognisePerson.remember(new EmailAddress(ADDRESS));
        assertThat(owners(Map.of("u1", ADDRESS))).containsExactly(ADDRESS);

        assertThat(owners(Map.of("u1", OTHER))).containsExactly(ADDRESS);
        assertThat(userOf(ADDRESS, Map.of("u1", OTHER))).contains("u1");
    }

    @Test
    void aPasswordForAnAddressThatSomebodyElseHasLetsNobodyInAsEither() {
        recognisePerson.remember(new EmailAddress(ADDRESS));
        owners(Map.of("u1", ADDRESS));

        assertThat(owners(Map.of("u1", OTHER, "u2", ADDRESS))).containsExactly(OTHER);
        assertThat(userOf(ADDRESS, Map.of("u1", OTHER, "u2", ADDRESS))).isEmpty();
        assertThat(userOf(OTHER, Map.of("u1", OTHER, "u2", ADDRESS))).contains("u1");
    }

    @Test
    void whoSignsInWithThePasswordOfTheNewAddressIsThatUserFromThenOn() {
        recognisePerson.remember(new EmailAddress(ADDRESS));
        owners(Map.of("u1", ADDRESS));

        recognisePerson.remember(new EmailAddress(OTHER));

        assertThat(owners(Map.of("u1", OTHER))).containsExactly(OTHER);
        assertThat(userOf(ADDRESS, Map.of("u1", OTHER))).isEmpty();
    }

    @Test
    void anAddressKnownFromBeforeSaysWhoseItWas() {
        recognisePerson.remember(new EmailAddress(ADDRESS));
        var before = List.of(new NamedUser("u1", ADDRESS, ADDRESS));

        assertThat(people.ownersOf("contoso", before, entries(Map.of("u1", OTHER))))
                .containsExactly(new NamedUser("u1", OTHER, ADDRESS));
        assertThat(people.ownersOf("contoso", before, entries(Map.of("u2", ADDRESS))))
                .isEmpty();
    }

    @Test
    void aLocalUserIsTheSamePersonAtTheProvider() {
        recognisePerson.remember(new EmailAddress(ADDRESS));
        owners(Map.of("u1", ADDRESS));

        assertThat(signIn("1", ADDRESS)).isEqualTo(KNOWN);
        assertThat(signIn("2", ADDRESS)).isEqualTo(Stranger.ADDRESS_TAKEN);
    }

    @Test
    void aSecondClickFindsWhatTheFirstHasBound() {
        willAnswer(call -> {
                    portalKnows(Map.of("u1", ADDRESS));
                    signIn("1", ADDRESS);
                    return memberships(Map.of("u1", ADDRESS), ADDRESS);
                })
                .given(publishers)
                .publishersOf(any());

        assertThat(signIn("1", ADDRESS)).isEqualTo(KNOWN);
    }

    @Test
    void aPortalThatCannotBeAskedMakesNobodyAStranger() {
        willThrow(new CloudPartnerPortalUnavailable("down", null, null))
                .given(publishers)
                .publishersOf(any());

        assertThatThrownBy(() -> signIn("1", ADDRESS)).isInstanceOf(CloudPartnerPortalUnavailable.class);
    }

    private Recognition signIn(String subject, String address) {
        return recognisePerson.recognise(ISSUER, subject, EmailAddress.parse(address));
    }

    private void portalKnows(Map<String, String> users) {
        willAnswer(call -> memberships(users, call.<EmailAddress>getArgument(0).value()))
                .given(publishers)
                .publishersOf(any());
    }

    private static List<PublisherMembership> memberships(Map<String, String> users, String address) {
        return users.entrySet().stream()
                .filter(user -> user.getValue().equals(address))
                .map(user -> new PublisherMembership("contoso", user.getKey(), "Contoso", OWNER))
                .toList();
    }

    private Stream<String> owners(Map<String, String> users) {
        return people.ownersOf("contoso", List.of(), entries(users)).stream().map(NamedUser::name);
    }

    private Optional<String> userOf(String name, Map<String, String> users) {
        var publisher = publisher("contoso", "Contoso", PublisherStatus.ACTIVE);
        return people.userOf(new PublisherSnapshot(publisher, entries(users)), name)
                .map(PublisherUser::userId);
    }

    private static List<PublisherUser> entries(Map<String, String> users) {
        return users.entrySet().stream()
                .map(user -> new PublisherUser(user.getKey(), user.getValue(), "", UserType.USER, OWNER, true))
                .toList();
    }
}
