package io.accountmigration.usersync;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The users of publishers as Partner Center wants them. */
public interface UserLinks extends Repository<UserLink, UserLink.Id> {

    <S extends UserLink> List<S> saveAll(Iterable<S> links);

    Optional<UserLink> findById(UserLink.Id id);

    void delete(UserLink link);

    @Query("select l from UserLink l where l.id.publisherKey = :publisherKey")
    List<UserLink> findByPublisherKey(String publisherKey);
}
