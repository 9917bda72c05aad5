package io.accountmigration.notification;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The messages that wait for their delivery. */
interface Mails extends Repository<Mail, UUID> {

    Mail save(Mail mail);

    Optional<Mail> findById(UUID id);

    void delete(Mail mail);
}
