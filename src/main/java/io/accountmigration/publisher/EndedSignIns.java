package io.accountmigration.publisher;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The sign-ins that ended at the provider, as long as a session of one could still exist. */
public interface EndedSignIns extends Repository<EndedSignIn, UUID> {

    EndedSignIn save(EndedSignIn ended);

    @Query("select count(e) > 0 from EndedSignIn e where e.issuer = :issuer and (e.sessionId = :sessionId"
            + " or e.sessionId is null and e.subject = :subject and e.endedAt >= :signedInAt)")
    boolean includes(String issuer, String subject, String sessionId, Instant signedInAt);

    @Modifying
    @Query("delete from EndedSignIn e where e.endedAt < :time")
    void forgetThoseBefore(Instant time);
}
