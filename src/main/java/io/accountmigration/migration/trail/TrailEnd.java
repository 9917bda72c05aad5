package io.accountmigration.migration.trail;

import io.accountmigration.migration.Actor;
import io.accountmigration.migration.Migration;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** Where a case's trail ends: how many lines it has, the hash of the last one, and the seal of both. */
@Embeddable
public class TrailEnd {

    private int eventCount;
    private String lastEventHash;
    private String trailSeal;

    protected TrailEnd() {}

    /** The end of a trail without lines. */
    public TrailEnd(UUID caseId) {
        lastEventHash = startOf(caseId);
    }

    /** The hash that the first line of a trail follows. */
    public static String startOf(UUID caseId) {
        return caseId.toString();
    }

    /** The next line, which is the end from now on. */
    public MigrationEvent append(
            Migration migration, MigrationEvent.Type type, String subject, Actor actor, Instant now) {
        eventCount++;
        var event = new MigrationEvent(migration, eventCount, type, subject, actor, now, lastEventHash);
        lastEventHash = event.hash();
        return event;
    }

    /** Whether the trail has so many lines, the last of them with this hash. */
    public boolean isAt(int position, String hash) {
        return eventCount == position && lastEventHash.equals(hash);
    }

    void sealedWith(BiFunction<Integer, String, String> seal) {
        trailSeal = seal.apply(eventCount, lastEventHash);
    }

    boolean isSealedBy(TrailSeal seal, UUID caseId) {
        return seal.fits(trailSeal, caseId, eventCount, lastEventHash);
    }
}
