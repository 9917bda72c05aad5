package io.accountmigration.publisher;

import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Says which user of Cloud Partner Portal somebody is. The first time it goes by the address, which the sign-in server
 * must have verified; from then on by issuer and subject alone, since addresses change hands.
 */
@Component
public class RecognisePerson {

    /** What is known about somebody who signs in. */
    public sealed interface Recognition {}

    /** Bound to the user of this address, which is in lower case. */
    public record Recognised(String address) implements Recognition {}

    /** Why somebody is no user of Cloud Partner Portal for us. */
    public enum Stranger implements Recognition {
        ADDRESS_NOT_VERIFIED,
        NO_PUBLISHER_USER,
        ADDRESS_TAKEN
    }

    private final Persons persons;
    private final PublisherReader publishers;
    private final Clock clock;

    RecognisePerson(Persons persons, PublisherReader publishers, Clock clock) {
        this.persons = persons;
        this.publishers = publishers;
        this.clock = clock;
    }

    /** The address of somebody who is bound already. */
    public Optional<String> known(String issuer, String subject) {
        return persons.findByIssuerAndSubject(issuer, subject).map(Person::address);
    }

    /**
     * Recognises somebody, who is bound now if that has not happened before.
     *
     * @param verified the address, if the sign-in server vouches for it
     * @throws CloudPartnerPortalUnavailable when the portal would have to be asked and cannot be
     */
    public Recognition recognise(String issuer, String subject, Optional<EmailAddress> verified) {
        var known = known(issuer, subject);
        if (known.isPresent()) {
            return new Recognised(known.get());
        }
        if (verified.isEmpty()) {
            return Stranger.ADDRESS_NOT_VERIFIED;
        }
        var address = verified.get();
        if (persons.existsByAddress(address.value())) {
            return Stranger.ADDRESS_TAKEN;
        }
        return publishers.publishersOf(address).isEmpty()
                ? Stranger.NO_PUBLISHER_USER
                : bind(new Person(issuer, subject, address, clock.instant()), issuer, subject);
    }

    private Recognition bind(Person person, String issuer, String subject) {
        try {
            return new Recognised(persons.saveAndFlush(person).address());
        } catch (DataIntegrityViolationException boundMeanwhile) {
            // By a second click of the same person, or by another person of the same address.
            return known(issuer, subject).<Recognition>map(Recognised::new).orElse(Stranger.ADDRESS_TAKEN);
        }
    }
}
