package io.accountmigration.publisher;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All user entries of publishers that belong to known persons. */
public interface PortalUserBindings extends Repository<PortalUserBinding, UUID> {

    PortalUserBinding saveAndFlush(PortalUserBinding user);

    @Query("select b from PortalUserBinding b join fetch b.person where b.publisherKey = :publisherKey")
    List<PortalUserBinding> ofPublisher(String publisherKey);

    @Query("select b from PortalUserBinding b where b.person = :person")
    List<PortalUserBinding> ofPerson(Person person);

    @Query(
            "select b from PortalUserBinding b join fetch b.person where b.publisherKey = :publisherKey and b.userId = :userId")
    Optional<PortalUserBinding> find(String publisherKey, String userId);

    @Modifying
    @Query("delete from PortalUserBinding b where b.publisherKey = :publisherKey and b.person.id in"
            + " (select p.id from Person p where p.name = :name or p.address = :name)")
    void forget(String publisherKey, String name);
}
