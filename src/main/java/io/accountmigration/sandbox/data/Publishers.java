package io.accountmigration.sandbox.data;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The publishers of Cloud Partner Portal, found by id or by a user's address, both ignoring case. */
@Component
@Profile("sandbox")
public class Publishers {

    /** A publisher that has moved, with the account it has moved to. */
    public record Moved(String publisherId, String accountId) {}

    private final EntityManager entities;

    public Publishers(SandboxDatabase database) {
        this.entities = database.entityManager();
    }

    public Optional<Publisher> find(String publisherId) {
        return Optional.ofNullable(entities.find(Publisher.class, KeyNormalization.of(publisherId)));
    }

    /** The publisher, held until the transaction ends, so that changes of one publisher come one after another. */
    public Optional<Publisher> hold(String publisherId) {
        return Optional.ofNullable(
                entities.find(Publisher.class, KeyNormalization.of(publisherId), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The publishers in which an address is an active user. */
    public List<Publisher> ofUser(String address) {
        return entities.createQuery("""
                        select p from Publisher p join p.users u
                        where u.addressKey = :address and u.active order by p.key""", Publisher.class)
                .setParameter("address", KeyNormalization.of(address))
                .getResultList();
    }

    /** The publishers that have moved. Their settings and users are left where they are: there may be thousands. */
    public List<Moved> movedAfter(String key, int size) {
        return entities.createQuery("""
                        select new io.accountmigration.sandbox.data.Publishers$Moved(p.publisherId, p.accountId)
                        from Publisher p where p.readOnly and p.key > :key order by p.key""", Moved.class)
                .setParameter("key", key)
                .setMaxResults(size)
                .getResultList();
    }

    /** The ids of the publishers that follow a key in the order of keys. */
    public List<String> idsAfter(String key, int size) {
        return entities.createQuery(
                        "select p.publisherId from Publisher p where p.key > :key order by p.key", String.class)
                .setParameter("key", key)
                .setMaxResults(size)
                .getResultList();
    }

    /** Whether a person with this address may sign in to some publisher. */
    public boolean knowUser(String address) {
        return !entities.createQuery("""
                        select 1 from Publisher p join p.users u
                        where u.addressKey = :address and u.active and u.type = :user""", Integer.class)
                .setParameter("address", KeyNormalization.of(address))
                .setParameter("user", CppUser.Type.USER)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public List<Publisher> after(String key, int size) {
        return entities.createQuery("select p from Publisher p where p.key > :key order by p.key", Publisher.class)
                .setParameter("key", key)
                .setMaxResults(size)
                .getResultList();
    }
}
