package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.Page;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.file.Csv;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit trail of a publisher's newest migration, for operators, auditors and the service that started it. */
@ApiController
@RequestMapping("/api/migrations/{publisherId}")
@Tag(name = "Audit trail")
class EventsApi {

    private static final List<String> COLUMNS = List.of("position", "at", "type", "subject", "actor", "hash");

    /** One line of the trail; its hash covers the line and the hash before it. */
    record TrailEvent(int position, Instant at, MigrationEvent.Type type, String subject, String actor, String hash) {

        static TrailEvent of(MigrationEvent event) {
            return new TrailEvent(
                    event.position(), event.at(), event.type(), event.subject(), event.actor(), event.hash());
        }

        List<String> cells() {
            return List.of(String.valueOf(position), at.toString(), type.name(), subject, actor, hash);
        }
    }

    private final ViewMigrations migrations;

    EventsApi(ViewMigrations migrations) {
        this.migrations = migrations;
    }

    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What happened, who did it and when",
            description = "Of the newest migration, for operators, auditors and the service that started it.")
    @RefusedWith("MIGRATION_NOT_FOUND")
    Page<TrailEvent> listMigrationEvents(@PathVariable String publisherId, Caller caller) {
        return Page.whole(trail(publisherId, caller));
    }

    /** The same file on request at the path of the list. */
    @Hidden
    @GetMapping(path = "/events", produces = Csv.MEDIA_TYPE)
    ResponseEntity<byte[]> negotiatedFile(@PathVariable String publisherId, Caller caller) {
        return downloadMigrationEvents(publisherId, caller);
    }

    @GetMapping(path = "/events.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "What happened, as a file",
            description = "Of the newest migration, for operators, auditors and the service that started it.")
    @RefusedWith("MIGRATION_NOT_FOUND")
    ResponseEntity<byte[]> downloadMigrationEvents(@PathVariable String publisherId, Caller caller) {
        var rows = trail(publisherId, caller).stream().map(TrailEvent::cells);
        return Csv.file("events-" + publisherId + ".csv", COLUMNS, rows);
    }

    @GetMapping("/cases/{caseId}/events")
    @Operation(
            summary = "What happened in one migration, who did it and when",
            description = "For operators, auditors and the service that started it.")
    @RefusedWith("MIGRATION_NOT_FOUND")
    Page<TrailEvent> listCaseEvents(@PathVariable String publisherId, @PathVariable UUID caseId, Caller caller) {
        return Page.whole(migrations.trailOfCase(publisherId, caseId, caller).stream()
                .map(TrailEvent::of)
                .toList());
    }

    private List<TrailEvent> trail(String publisherId, Caller caller) {
        return migrations.trail(publisherId, caller).stream()
                .map(TrailEvent::of)
                .toList();
    }
}
