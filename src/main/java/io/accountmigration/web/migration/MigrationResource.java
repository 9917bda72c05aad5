package io.accountmigration.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.migration.CaseView.StepDone;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.Migrations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.lang.Nullable;

/**
 * A case over REST; {@code problem} and {@code taskUrl} are null where there is none. All calls to outside systems carried
 * {@code correlationId}. While {@code stopped}, nothing happens before an operator acts.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MigrationResource(
        String publisherId,
        MigrationState state,
        MigrationStep step,
        List<StepDone> stepsDone,
        List<String> actors,
        Instant since,
        @Nullable Reason problem,
        @Nullable String taskUrl,
        List<LeftBehind> usersLeftBehind,
        Instant startedAt,
        UUID correlationId,
        boolean stopped,
        Links links) {

    /** Where this case, its events and its page for people are. */
    record Links(String self, String events, String page) {

        static Links of(String publisherId, UUID caseId) {
            var page = Migrations.linkOf(publisherId);
            var self = "/api" + page + "/cases/" + caseId;
            return new Links(self, self + "/events", page);
        }
    }

    /** Why a task came back, or what the case waits for. */
    record Reason(String code, String text) {}

    /** A user who was not carried over, and what to do about it. */
    record LeftBehind(String userId, String code, String text, String steps) {}
}
