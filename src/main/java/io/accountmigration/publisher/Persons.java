package io.accountmigration.publisher;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Everybody who is bound to a user of Cloud Partner Portal. */
public interface Persons extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    Optional<Person> findByIssuerAndSubject(String issuer, String subject);

    boolean existsByAddress(String address);
}
