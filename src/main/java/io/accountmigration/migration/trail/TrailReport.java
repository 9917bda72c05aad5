package io.accountmigration.migration.trail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a verification of audit trails has found. */
public record TrailReport(int cases, long events, List<BrokenTrail> broken, Instant verifiedAt) {

    /** What is wrong with a trail. */
    public enum Flaw {
        /** The line, or the one before it, is not the one that was written. */
        LINE_CHANGED,
        /** A line before this place is gone. */
        LINE_MISSING,
        /** The trail does not end where its case says: lines were cut off or added at its end. */
        END_DIFFERS,
        /** Lines and hashes fit together, but the program did not write them: the seal at the end is not its own. */
        SEAL_BROKEN
    }

    /** The first place at which a case's trail is not as it was written, counted from 1 on. */
    public record BrokenTrail(String publisherId, UUID caseId, int position, Flaw flaw) {}

    public TrailReport {
        broken = List.copyOf(broken);
    }

    /** Whether every trail is as it was written. */
    public boolean intact() {
        return broken.isEmpty();
    }
}
