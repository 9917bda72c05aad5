package io.accountmigration.sandbox.data;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Keeps a publisher for one case until an instant, at which it ends by itself. */
@Embeddable
public record Lock(
        @Column(name = "lock_case") String caseId,
        @Column(name = "lock_until") Instant until) {

    boolean isHeld(Instant now) {
        return now.isBefore(until);
    }
}
