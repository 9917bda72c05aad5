package io.accountmigration.web.usersync;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.file.Csv;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows operators and services how far a publisher's users follow Partner Center. */
@ApiController
@RequestMapping("/api/publishers/{publisherId}/user-sync")
@Tag(name = "Users in step")
class UserSyncApi {

    private final UserSyncQueries states;

    UserSyncApi(UserSyncQueries states) {
        this.states = states;
    }

    @GetMapping
    @Operation(
            summary = "How far the users follow Partner Center",
            description = "For operators and services. The watermark is the time up to which changes have had their"
                    + " effect; unmapped lists who has no counterpart, each with an action; hash can be checked:"
                    + " SHA-256 over the lines address;role in lower case, sorted, each ended by LF.")
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "OUTSIDE_UNAVAILABLE"})
    UserSyncResource getUserSync(@PathVariable String publisherId, Caller caller) {
        caller.require(Role.OPERATOR, Role.SERVICE);
        return UserSyncResource.of(states.of(publisherId));
    }

    @GetMapping(path = "/drift", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "In what the portals differed when they were last compared",
            description = "For operators and services.")
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "OUTSIDE_UNAVAILABLE"})
    DriftResource getDrift(@PathVariable String publisherId, Caller caller) {
        caller.require(Role.OPERATOR, Role.SERVICE);
        return DriftResource.of(states.driftOf(publisherId));
    }

    /** The same file on request at the path of the list. */
    @Hidden
    @GetMapping(path = "/drift", produces = Csv.MEDIA_TYPE)
    ResponseEntity<byte[]> negotiatedFile(@PathVariable String publisherId, Caller caller) {
        return downloadDrift(publisherId, caller);
    }

    @GetMapping(path = "/drift.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "In what the portals differed when they were last compared, as a file",
            description = "For operators and services, as CSV.")
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "OUTSIDE_UNAVAILABLE"})
    ResponseEntity<byte[]> downloadDrift(@PathVariable String publisherId, Caller caller) {
        caller.require(Role.OPERATOR, Role.SERVICE);
        return states.driftFileOf(publisherId);
    }
}
