package io.accountmigration.publisher;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which person stands behind a user entry of a publisher. An entry is bound to the person who signs in under its
 * address when both are first seen; from then on its id counts, since addresses change hands.
 */
@Component
public class PublisherPeople {

    private final Persons persons;
    private final PortalUserBindings portalUserBindings;

    PublisherPeople(Persons persons, PortalUserBindings portalUserBindings) {
        this.persons = persons;
        this.portalUserBindings = portalUserBindings;
    }

    /**
     * The people who own the publisher. An entry whose address is the name of another person here is left out: nobody
     * can act as it before its own person has signed in.
     *
     * @param before the owners as they were known before, which says whose an address was
     * @param users all user entries of the publisher as they are now
     */
    @Transactional
    public List<NamedUser> ownersOf(String publisherId, List<NamedUser> before, List<PublisherUser> users) {
        var owners = users.stream()
                .filter(PublisherUser::isActingOwner)
                .map(PublisherPeople::unnamed)
                .toList();
        if (owners.equals(before)) {
            return before;
        }
        var known = boundOf(publisherId);
        var open = owners.stream().filter(owner -> isOpen(owner, known)).toList();
        var people = open.isEmpty() ? List.<Person>of() : holdReachedBy(before, open);
        // Somebody else may have bound them until they were held.
        var bound = people.isEmpty() ? known : boundOf(publisherId);
        before.stream()
                .filter(owner -> owner.userId() != null && !bound.containsKey(owner.userId()))
                .forEach(owner -> bind(publisherId, owner, people, bound));
        open.stream().filter(owner -> isOpen(owner, bound)).forEach(owner -> bind(publisherId, owner, people, bound));
        return owners.stream()
                .flatMap(
                        owner -> nameOf(owner, people, bound, users)
                                .map(name -> new NamedUser(owner.userId(), owner.address(), name))
                                .stream())
                .toList();
    }

    /** The active entry as which this person is a user of the publisher, if any. */
    @Transactional(readOnly = true)
    public Optional<PublisherUser> userOf(PublisherSnapshot snapshot, String name) {
        var users = snapshot.users();
        var bound = boundOf(snapshot.publisher().id());
        var own = bound.values().stream()
                .filter(user -> user.person().name().equals(name))
                .toList();
        var address = addressOf(name);
        return users.stream()
                .filter(PublisherUser::active)
                .filter(user -> own.isEmpty()
                        ? address.filter(user::signsInAs).isPresent() && isOpen(unnamed(user), bound)
                        : own.stream()
                                        .filter(mine -> mine.userId().equals(user.userId()))
                                        .anyMatch(mine -> isStill(mine.person(), unnamed(user), users))
                                || twinOf(unnamed(user), bound, users)
                                        .filter(name::equals)
                                        .isPresent())
                .min(Comparator.comparing(PublisherUser::role))
                .or(() -> contributorOf(users, address, bound));
    }

    /** A person whose entries are gone may have come back by another one: to look, but to act only once it is bound. */
    private static Optional<PublisherUser> contributorOf(
            List<PublisherUser> users, Optional<String> address, Map<String, PortalUserBinding> bound) {
        return users.stream()
                .filter(user -> user.active() && user.role() == PublisherRole.CONTRIBUTOR)
                .filter(user -> address.filter(user::signsInAs).isPresent() && isOpen(unnamed(user), bound))
                .findFirst();
    }

    /**
     * The publishers where an entry belongs to this person, perhaps under another address by now.
     *
     * @return their ids in lower case
     */
    @Transactional(readOnly = true)
    public List<String> publishersBoundTo(String name) {
        return persons.findByName(name).map(portalUserBindings::ofPerson).orElse(List.of()).stream()
                .map(PortalUserBinding::publisherKey)
                .distinct()
                .sorted()
                .toList();
    }

    /** The address that is known to be this person's now. */
    @Transactional(readOnly = true)
    public Optional<String> addressOf(String name) {
        var person = persons.findByName(name);
        return person.isPresent() ? person.get().address() : Optional.of(name);
    }

    /** An operator says that this person is a user again: what was bound before counts no more. */
    @Transactional
    public void forget(String publisherId, String name) {
        portalUserBindings.forget(Publisher.keyOf(publisherId), name);
    }

    private List<Person> holdReachedBy(List<NamedUser> before, List<NamedUser> open) {
        return persons.holdReachedBy(Stream.concat(before.stream(), open.stream())
                .map(NamedUser::address)
                .collect(Collectors.toSet()));
    }

    private void bind(String publisherId, NamedUser entry, List<Person> people, Map<String, PortalUserBinding> bound) {
        people.stream()
                .filter(person -> person.signsInAs(entry.address()))
                .filter(person -> !isUserHere(person, bound.values()))
                .findFirst()
                .ifPresent(person -> {
                    var user =
                            bound.computeIfAbsent(entry.userId(), id -> new PortalUserBinding(publisherId, id, person));
                    user.passTo(person);
                    portalUserBindings.saveAndFlush(user);
                });
    }

    private static Optional<String> nameOf(
            NamedUser owner, List<Person> people, Map<String, PortalUserBinding> bound, List<PublisherUser> users) {
        var person = Optional.ofNullable(bound.get(owner.userId()))
                .map(PortalUserBinding::person)
                .filter(known -> isStill(known, owner, users));
        if (person.isPresent()) {
            return person.map(Person::name);
        }
        var twin = twinOf(owner, bound, users);
        return twin.isPresent()
                        || people.stream().anyMatch(other -> other.name().equals(owner.address()))
                ? twin
                : Optional.of(owner.address());
    }

    /** The person whose active entry has the same address, where this entry is nobody's: both are one person's. */
    private static Optional<String> twinOf(
            NamedUser owner, Map<String, PortalUserBinding> bound, List<PublisherUser> users) {
        return bound.containsKey(owner.userId())
                ? Optional.empty()
                : users.stream()
                        .filter(user -> user.active() && user.type() == UserType.USER)
                        .filter(user -> user.signsInAs(owner.address()))
                        .flatMap(user -> Optional.ofNullable(bound.get(user.userId())).stream())
                        .map(PortalUserBinding::person)
                        .filter(person -> person.signsInAs(owner.address()))
                        .map(Person::name)
                        .findFirst();
    }

    /** Whether an entry is the person's still: a local password does not distinguish two people of one address. */
    private static boolean isStill(Person person, NamedUser entry, List<PublisherUser> users) {
        return !person.isLocal()
                || EmailAddress.areSame(person.name(), entry.address())
                || users.stream()
                        .filter(PublisherUser::active)
                        .filter(user -> !user.userId().equals(entry.userId()))
                        .noneMatch(user -> user.signsInAs(person.name()));
    }

    private Map<String, PortalUserBinding> boundOf(String publisherId) {
        return portalUserBindings.ofPublisher(Publisher.keyOf(publisherId)).stream()
                .collect(Collectors.toMap(PortalUserBinding::userId, Function.identity()));
    }

    private static boolean isUserHere(Person person, Collection<PortalUserBinding> bound) {
        return bound.stream().anyMatch(user -> user.person().name().equals(person.name()));
    }

    /** The name of a local user is only an address: its entry is the one that has the address now. */
    private static boolean isOpen(NamedUser entry, Map<String, PortalUserBinding> bound) {
        var user = bound.get(entry.userId());
        return user == null || user.person().isLocal() && !user.person().signsInAs(entry.address());
    }

    private static NamedUser unnamed(PublisherUser user) {
        var address =
                EmailAddress.parse(user.address()).map(EmailAddress::value).orElse(user.address());
        return new NamedUser(user.userId(), address, address);
    }
}
