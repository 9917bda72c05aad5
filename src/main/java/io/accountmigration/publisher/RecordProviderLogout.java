package io.accountmigration.publisher;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that the provider has ended sign-ins, for every node. All times are the provider's own, so that its clock and
 * ours may differ.
 */
@Component
public class RecordProviderLogout {

    /** A session that nobody uses is over long before; one that is used has noticed. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final EndedSignIns ended;

    RecordProviderLogout(EndedSignIns ended) {
        this.ended = ended;
    }

    /**
     * Ends one session of the server, or where none is named all of that person's which began until then.
     *
     * @param subject whose sessions; may be missing where a session is named
     * @param sessionId the server's name for the session, or null
     */
    @Transactional
    public void end(String issuer, String subject, String sessionId, Instant at) {
        ended.forgetThoseBefore(at.minus(KEPT));
        ended.save(new EndedSignIn(issuer, subject, sessionId, at));
    }

    /** Whether what began as this sign-in is over. */
    @Transactional(readOnly = true)
    public boolean isEnded(String issuer, String subject, String sessionId, Instant signedInAt) {
        return ended.includes(issuer, subject, sessionId, signedInAt);
    }
}
