package io.accountmigration.publisher;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Says who somebody is. The first time it goes by the address, which the sign-in server must have verified, and binds the
 * person to the user entries that have it; from then on by issuer and subject alone, since addresses change hands.
 */
@Component
public class RecognisePerson {

    /** What is known about somebody who signs in. */
    public sealed interface Recognition {}

    /** Known under this name. */
    public record Recognised(String name) implements Recognition {}

    /** Why somebody is no user of Cloud Partner Portal for us. */
    public enum Stranger implements Recognition {
        ADDRESS_NOT_VERIFIED,
        NO_PUBLISHER_USER,
        ADDRESS_TAKEN
    }

    private final Persons persons;
    private final PortalUserBindings portalUserBindings;
    private final PublisherReader publishers;
    private final TransactionOperations transaction;
    private final Clock clock;

    RecognisePerson(
            Persons persons,
            PortalUserBindings portalUserBindings,
            PublisherReader publishers,
            TransactionOperations transaction,
            Clock clock) {
        this.persons = persons;
        this.portalUserBindings = portalUserBindings;
        this.publishers = publishers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The name of somebody who is known already. */
    public Optional<String> known(String issuer, String subject) {
        return persons.findByIssuerAndSubject(issuer, subject).map(Person::name);
    }

    /**
     * Recognises somebody, who is bound now if that has not happened before.
     *
     * @param verified the address, if the sign-in server has verified it
     * @throws CloudPartnerPortalUnavailable when the portal would have to be asked and cannot be
     */
    public Recognition recognise(String issuer, String subject, Optional<EmailAddress> verified) {
        var known = persons.findByIssuerAndSubject(issuer, subject);
        if (known.isPresent()) {
            verified.filter(address -> !known.get().signsInAs(address.value()))
                    .ifPresent(address -> follow(issuer, subject, address));
            return new Recognised(known.get().name());
        }
        if (verified.isEmpty()) {
            return Stranger.ADDRESS_NOT_VERIFIED;
        }
        var memberships = publishers.publishersOf(verified.get());
        if (memberships.isEmpty()) {
            return Stranger.NO_PUBLISHER_USER;
        }
        var recognition = bindAlone(issuer, subject, verified.get(), memberships);
        return recognition == Stranger.ADDRESS_TAKEN
                // Perhaps by a second click of the same person.
                ? known(issuer, subject).<Recognition>map(Recognised::new).orElse(recognition)
                : recognition;
    }

    private Recognition bindAlone(
            String issuer, String subject, EmailAddress address, List<PublisherMembership> memberships) {
        try {
            return transaction.execute(status -> bind(issuer, subject, address, memberships));
        } catch (DataIntegrityViolationException boundMeanwhile) {
            return Stranger.ADDRESS_TAKEN;
        }
    }

    /** Remembers somebody who gave a name, which is the address, and the password for it. */
    public void remember(EmailAddress name) {
        if (!persons.existsByName(name.value())) {
            try {
                persons.saveAndFlush(new Person(Person.LOCAL, name.value(), name.value(), name, clock.instant()));
            } catch (DataIntegrityViolationException rememberedMeanwhile) {
                // Two first calls at once: the other one has done it.
                if (!persons.existsByName(name.value())) {
                    throw rememberedMeanwhile;
                }
            }
        }
    }

    private Recognition bind(
            String issuer, String subject, EmailAddress address, List<PublisherMembership> memberships) {
        var held = persons.hold(issuer, subject, address.value());
        var boundMeanwhile = known(issuer, subject);
        if (boundMeanwhile.isPresent()) {
            return new Recognised(boundMeanwhile.get());
        }
        var holder = held.stream()
                .filter(person -> person.signsInAs(address.value()))
                .findFirst();
        var free = memberships.stream().filter(this::isNobodys).toList();
        if (holder.isPresent() && isStill(holder.get(), memberships)) {
            if (!holder.get().isLocal()) {
                return Stranger.ADDRESS_TAKEN;
            }
            holder.get().continueAs(issuer, subject);
            free.forEach(membership -> bind(membership, holder.get()));
            return new Recognised(holder.get().name());
        }
        if (free.isEmpty()) {
            return Stranger.ADDRESS_TAKEN;
        }
        holder.ifPresent(former -> {
            former.loseAddress();
            persons.saveAndFlush(former);
        });
        var person = persons.saveAndFlush(new Person(issuer, subject, nameFor(address), address, clock.instant()));
        free.forEach(membership -> bind(membership, person));
        return new Recognised(person.name());
    }

    /** Whether the entries that have the address now are the ones of the person who had it before. */
    private boolean isStill(Person holder, List<PublisherMembership> memberships) {
        var own = portalUserBindings.ofPerson(holder).stream()
                .map(PortalUserBinding::id)
                .toList();
        return own.isEmpty()
                || memberships.stream()
                        .anyMatch(membership ->
                                own.contains(PortalUserBinding.idOf(membership.publisherId(), membership.userId())));
    }

    private boolean isNobodys(PublisherMembership membership) {
        return portalUserBindings
                .find(Publisher.keyOf(membership.publisherId()), membership.userId())
                .isEmpty();
    }

    private void bind(PublisherMembership membership, Person person) {
        portalUserBindings.saveAndFlush(new PortalUserBinding(membership.publisherId(), membership.userId(), person));
    }

    /** The address, unless somebody had it before; what has a number behind it can be no address. */
    private String nameFor(EmailAddress address) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? address.value() : address.value() + "." + number)
                .filter(name -> !persons.existsByName(name))
                .findFirst()
                .orElseThrow();
    }

    /** The server has verified another address: the person who had it before has it no more. */
    private void follow(String issuer, String subject, EmailAddress address) {
        transaction.executeWithoutResult(status -> {
            var held = persons.hold(issuer, subject, address.value()).stream()
                    .collect(Collectors.partitioningBy(person -> person.isKnownAs(issuer, subject)));
            held.get(false).forEach(former -> {
                former.loseAddress();
                persons.saveAndFlush(former);
            });
            held.get(true).forEach(person -> {
                person.moveTo(address);
                persons.saveAndFlush(person);
            });
        });
    }
}
