package io.accountmigration.publisher;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who has signed in as a publisher's user. */
public interface Persons extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findByIssuerAndSubject(String issuer, String subject);

    Optional<Person> findByName(String name);

    Optional<Person> findByAddress(String address);

    boolean existsByName(String name);

    @Query("select p from Person p where p.address in :addresses or p.name in :addresses")
    List<Person> reachedBy(Collection<String> addresses);
}
