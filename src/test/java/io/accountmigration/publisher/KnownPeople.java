package io.accountmigration.publisher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;

/** Persons and their user entries, held in memory, as unique as the database holds them. */
class KnownPeople implements Persons {

    private final List<Person> persons = new ArrayList<>();
    final Bound bound = new Bound();

    @Override
    public Person saveAndFlush(Person person) {
        var taken = persons.stream()
                .filter(other -> other != person)
                .anyMatch(other -> other.name().equals(person.name())
                        || person.address().filter(other::signsInAs).isPresent());
        if (taken) {
            throw new DataIntegrityViolationException("taken");
        }
        if (!persons.contains(person)) {
            persons.add(person);
        }
        return person;
    }

    @Override
    public Optional<Person> findByIssuerAndSubject(String issuer, String subject) {
        return persons.stream()
                .filter(person -> person.isKnownAs(issuer, subject))
                .findFirst();
    }

    @Override
    public Optional<Person> findByName(String name) {
        return persons.stream().filter(person -> person.name().equals(name)).findFirst();
    }

    @Override
    public boolean existsByName(String name) {
        return findByName(name).isPresent();
    }

    @Override
    public List<Person> holdReachedBy(Collection<String> addresses) {
        return persons.stream()
                .filter(person -> addresses.contains(person.name())
                        || person.address().filter(addresses::contains).isPresent())
                .toList();
    }

    @Override
    public List<Person> hold(String issuer, String subject, String address) {
        return persons.stream()
                .filter(person -> person.isKnownAs(issuer, subject) || person.signsInAs(address))
                .toList();
    }

    static class Bound implements PortalUserBindings {

        private final List<PortalUserBinding> users = new ArrayList<>();

        @Override
        public PortalUserBinding saveAndFlush(PortalUserBinding user) {
            users.removeIf(other -> other.id().equals(user.id()));
            users.add(user);
            return user;
        }

        @Override
        public List<PortalUserBinding> ofPublisher(String publisherKey) {
            return users.stream()
                    .filter(user -> user.id().equals(PortalUserBinding.idOf(publisherKey, user.userId())))
                    .toList();
        }

        @Override
        public List<PortalUserBinding> ofPerson(Person person) {
            return users.stream().filter(user -> user.person() == person).toList();
        }

        @Override
        public Optional<PortalUserBinding> find(String publisherKey, String userId) {
            return users.stream()
                    .filter(user -> user.id().equals(PortalUserBinding.idOf(publisherKey, userId)))
                    .findFirst();
        }

        @Override
        public void forget(String publisherKey, String name) {
            users.removeIf(user -> ofPublisher(publisherKey).contains(user)
                    && (user.person().name().equals(name) || user.person().signsInAs(name)));
        }
    }
}
