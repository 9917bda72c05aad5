package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.web.PageCursors;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.Page;
import io.accountmigration.web.api.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriComponentsBuilder;

/** Starts migrations and shows them. */
@ApiController
@RequestMapping("/api/migrations")
@Tag(name = "Migrations")
class MigrationsApi {

    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_PAGE = 100;

    private final StartMigration startMigration;
    private final RefreshOwners refreshOwners;
    private final ViewMigrations migrations;
    private final MigrationResourceMapper resources;
    private final KeptAnswers answers;

    MigrationsApi(
            StartMigration startMigration,
            RefreshOwners refreshOwners,
            ViewMigrations migrations,
            MigrationResourceMapper resources,
            KeptAnswers answers) {
        this.startMigration = startMigration;
        this.refreshOwners = refreshOwners;
        this.migrations = migrations;
        this.resources = resources;
        this.answers = answers;
    }

    @PostMapping
    @Operation(
            summary = "Start the migration of a publisher",
            description = "Owners start for themselves; operators and services name an active owner in requestedBy. "
                    + "The same Idempotency-Key of the same caller gets the very answer of the first call, for 24 hours,"
                    + " whatever has become of the case since.")
    @RefusedWith({
        "NOT_OWNER",
        "PUBLISHER_NOT_FOUND",
        "ALREADY_RUNNING",
        "ALREADY_MIGRATED",
        "NO_OWNER",
        "REQUESTED_BY_MISSING",
        "PUBLISHER_ID_MISSING",
        "IDEMPOTENCY_KEY_REUSED",
        "OWNER_NO_MORE",
        "SUSPENDED",
        "OUTSIDE_UNAVAILABLE"
    })
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MigrationResource> startMigration(
            @RequestBody StartBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            Caller caller,
            Locale locale) {
        var key = keyIn(idempotencyKey);
        var started = startMigration.start(body.requiredPublisherId(), body.owner(), caller, key);
        var publisherId = started.publisherId();
        // Who repeats a request may be no owner any more.
        refreshOwners.onLook(publisherId, caller);
        var view = migrations.ofCase(publisherId, started.caseId(), caller);
        var answer = started.answer().map(answers::read).orElseGet(() -> resources.of(view, locale));
        if (started.answer().isEmpty()) {
            key.ifPresent(it -> startMigration.answered(caller, it, answers.write(answer)));
        }
        var location =
                UriComponentsBuilder.fromPath("/api/migrations/{publisherId}").build(publisherId);
        return ResponseEntity.created(location).body(answer);
    }

    @GetMapping("/{publisherId}")
    @Operation(summary = "The newest migration of a publisher", description = "For its owners, operators and services.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "OWNER_NO_MORE"})
    MigrationResource getMigration(@PathVariable String publisherId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return resources.of(migrations.latest(publisherId, caller), locale);
    }

    @GetMapping("/{publisherId}/cases/{caseId}")
    @Operation(
            summary = "One migration of a publisher, the newest or an earlier one",
            description = "For its owners, operators and services. links of each migration lead here.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "OWNER_NO_MORE"})
    MigrationResource getCase(
            @PathVariable String publisherId, @PathVariable UUID caseId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return resources.of(migrations.ofCase(publisherId, caseId, caller), locale);
    }

    @GetMapping("/{publisherId}/history")
    @Operation(
            summary = "All migrations of a publisher, newest first",
            description = "For its owners, operators and services.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "OWNER_NO_MORE"})
    Page<MigrationResource> listMigrationsOfPublisher(@PathVariable String publisherId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return Page.whole(migrations.history(publisherId, caller).stream()
                .map(view -> resources.of(view, locale))
                .toList());
    }

    @GetMapping
    @Operation(
            summary = "All migrations, newest first",
            description = "For operators and services. next is the cursor of the following page, null on the last.")
    @RefusedWith("REQUEST_INVALID")
    Page<MigrationResource> listMigrations(
            @RequestParam Optional<MigrationState> state,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            Locale locale) {
        caller.require(Role.OPERATOR, Role.SERVICE);
        Page.requireLimit(limit, LARGEST_PAGE);
        var window = migrations.page(state, PageCursors.read(cursor), limit);
        var items = window.stream().map(view -> resources.of(view, locale)).toList();
        return new Page<>(items, PageCursors.after(window));
    }

    private static Optional<String> keyIn(String header) {
        if (header != null && header.length() > LONGEST_KEY) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, "Idempotency-Key");
        }
        return Optional.ofNullable(header).filter(key -> !key.isBlank());
    }
}
