package io.accountmigration.publisher;

import static io.accountmigration.publisher.PublisherRole.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.accountmigration.publisher.RecognisePerson.Recognised;
import io.accountmigration.publisher.RecognisePerson.Stranger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class RecognisePersonTest {

    private static final String ISSUER = "https://sso.example.com";
    private static final Optional<EmailAddress> ADDRESS = EmailAddress.parse("Owner@Contoso.com");

    private final Persons persons = mock(Persons.class);
    private final PublisherReader publishers = mock(PublisherReader.class);
    private final RecognisePerson recognisePerson =
            new RecognisePerson(persons, publishers, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void contosoHasAnOwner() {
        given(publishers.publishersOf(ADDRESS.orElseThrow()))
                .willReturn(List.of(new PublisherMembership("contoso", "Contoso", OWNER)));
        given(persons.saveAndFlush(any())).willAnswer(call -> call.getArgument(0));
    }

    @Test
    void theFirstSignInBindsThePersonToTheUserOfTheAddress() {
        assertThat(recognisePerson.recognise(ISSUER, "1", ADDRESS)).isEqualTo(new Recognised("owner@contoso.com"));

        verify(persons).saveAndFlush(any());
    }

    @Test
    void laterTheAddressDoesNotCountAndThePortalIsNotAsked() {
        bound("1");

        assertThat(recognisePerson.recognise(ISSUER, "1", EmailAddress.parse("other@fabrikam.com")))
                .isEqualTo(new Recognised("owner@contoso.com"));
        assertThat(recognisePerson.recognise(ISSUER, "1", Optional.empty()))
                .isEqualTo(new Recognised("owner@contoso.com"));
        verify(publishers, never()).publishersOf(any());
    }

    @Test
    void withoutAVerifiedAddressNobodyIsBound() {
        assertThat(recognisePerson.recognise(ISSUER, "1", Optional.empty())).isEqualTo(Stranger.ADDRESS_NOT_VERIFIED);
    }

    @Test
    void whomThePortalDoesNotKnowIsNotBound() {
        assertThat(recognisePerson.recognise(ISSUER, "1", EmailAddress.parse("a@b.example")))
                .isEqualTo(Stranger.NO_PUBLISHER_USER);

        verify(persons, never()).saveAndFlush(any());
    }

    @Test
    void anAddressIsBoundOnce() {
        given(persons.existsByAddress("owner@contoso.com")).willReturn(true);

        assertThat(recognisePerson.recognise(ISSUER, "2", ADDRESS)).isEqualTo(Stranger.ADDRESS_TAKEN);
    }

    @Test
    void ofTwoWhoComeAtOnceOneIsBound() {
        given(persons.saveAndFlush(any())).willThrow(new DataIntegrityViolationException("taken"));

        assertThat(recognisePerson.recognise(ISSUER, "2", ADDRESS)).isEqualTo(Stranger.ADDRESS_TAKEN);
    }

    @Test
    void aSecondClickFindsWhatTheFirstHasBound() {
        given(persons.saveAndFlush(any())).willAnswer(call -> {
            bound("1");
            throw new DataIntegrityViolationException("taken");
        });

        assertThat(recognisePerson.recognise(ISSUER, "1", ADDRESS)).isEqualTo(new Recognised("owner@contoso.com"));
    }

    @Test
    void aPortalThatCannotBeAskedMakesNobodyAStranger() {
        given(publishers.publishersOf(any())).willThrow(new CloudPartnerPortalUnavailable("down", null, null));

        assertThatThrownBy(() -> recognisePerson.recognise(ISSUER, "1", ADDRESS))
                .isInstanceOf(CloudPartnerPortalUnavailable.class);
    }

    private void bound(String subject) {
        given(persons.findByIssuerAndSubject(ISSUER, subject))
                .willReturn(Optional.of(new Person(ISSUER, subject, ADDRESS.orElseThrow(), Instant.EPOCH)));
    }
}
