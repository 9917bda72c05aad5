package io.accountmigration.publisher;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names one write to an outside system by case, step and subject. The request id is computed from the name, so a retry
 * after a crash carries the same id without anything having been stored.
 */
public record RequestKey(UUID caseId, String step, String subject) {

    /** A write that concerns the account as a whole. */
    public static RequestKey of(UUID caseId, String step) {
        return new RequestKey(caseId, step, "");
    }

    /** The id of the request, the same for every try of the same write. */
    public UUID requestId() {
        return UUID.nameUUIDFromBytes((caseId + "/" + step + "/" + subject).getBytes(StandardCharsets.UTF_8));
    }

    /** The id that all calls of the case share. */
    public UUID correlationId() {
        return caseId;
    }
}
