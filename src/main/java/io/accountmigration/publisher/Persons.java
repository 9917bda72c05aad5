package io.accountmigration.publisher;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who has signed in as a publisher's user. */
public interface Persons extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findByIssuerAndSubject(String issuer, String subject);

    Optional<Person> findByName(String name);

    boolean existsByName(String name);

    /** Lets others wait who bind the same people. Rows are held in one order, so that nobody waits in a circle. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.address in :addresses or p.name in :addresses order by p.id")
    List<Person> holdReachedBy(Collection<String> addresses);

    /** Locks against others who change the same people: the person, and the one who has the address. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.issuer = :issuer and p.subject = :subject or p.address = :address"
            + " order by p.id")
    List<Person> hold(String issuer, String subject, String address);
}
