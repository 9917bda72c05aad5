package io.accountmigration.migration;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who was sent mails unasked lately. */
interface ToldPersons extends Repository<ToldPerson, UUID> {

    ToldPerson save(ToldPerson told);

    long countByPerson(String person);

    @Modifying
    @Query("delete from ToldPerson t where t.person = :person and t.toldAt <= :before")
    void forget(String person, Instant before);
}
