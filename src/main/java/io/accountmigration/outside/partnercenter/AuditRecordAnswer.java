package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.partner.FeedRecord;
import java.time.Instant;

/**
 * An audit record as Partner Center sends it. Without an id or a time it could not be distinguished from others; everything else
 * may be missing.
 */
record AuditRecordAnswer(
        String id,
        Instant operationDate,
        String operationType,
        String operationStatus,
        String resourceType,
        JsonNode resourceNewValue) {

    static final String USER = "partner_user";

    AuditRecordAnswer {
        requireNonNull(id);
        requireNonNull(operationDate);
    }

    /** Whether a user has changed: what failed, or is about something else, is no change of a user. */
    boolean isChangeOfUser() {
        return (resourceType == null || resourceType.equalsIgnoreCase(USER))
                && (operationStatus == null || operationStatus.equalsIgnoreCase("succeeded"));
    }

    FeedRecord toRecord() {
        var operation = operationType == null ? "" : operationType;
        var changed = AuditRecordUser.in(resourceNewValue);
        return new FeedRecord(
                id,
                operationDate,
                operation,
                changed.map(AuditRecordUser::toUser),
                changed.map(AuditRecordUser::active).orElse(false));
    }
}
