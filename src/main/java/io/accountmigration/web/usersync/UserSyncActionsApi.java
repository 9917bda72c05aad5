package io.accountmigration.web.usersync;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.accountmigration.migration.Caller;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.api.StrictText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What operators can do to the sync of a publisher's users. */
@ApiController
@RequestMapping("/api/publishers/{publisherId}/user-sync")
@Tag(name = "Users in step")
class UserSyncActionsApi {

    private static final String WITH_REASON = "For operators, with a reason of at most 500 characters. With stagedUntil"
            + " only what was staged up to then is decided, so that nothing is that came after the list was read."
            + " 409 NO_STAGED_REMOVALS when none wait.";

    /** Why somebody decided so, and on what. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DecisionBody(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "The team has left the company", maxLength = 500)
            @JsonDeserialize(using = StrictText.class)
            String reason,

            @Schema(
                    description = "The latest decidedAt among the stagedRemovals that were looked at; left out for all",
                    nullable = true,
                    format = "date-time")
            @JsonDeserialize(using = StrictText.class)
            String stagedUntil) {

        static DecisionBody orNothing(DecisionBody body) {
            return body == null ? new DecisionBody(null, null) : body;
        }
    }

    /** How many removals were decided. */
    record Decided(int removals) {}

    /** The id of the change that continues. */
    record UnderWay(String changeId) {}

    private final UserSyncFacade desk;

    UserSyncActionsApi(UserSyncFacade desk) {
        this.desk = desk;
    }

    @PostMapping("/reconcile")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Compare all users and settings now",
            description = "For operators. Lifts waits; user-sync shows lastReconciledAt when it is done.")
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "OUTSIDE_UNAVAILABLE"})
    void reconcileUsers(@PathVariable String publisherId, Caller caller) {
        desk.compare(publisherId, caller);
    }

    @PostMapping("/users/{userId}")
    @Operation(
            summary = "Put one user in step now",
            description =
                    "For operators. The user is an id in either portal, or the address. The steps are told in the language"
                            + " of Accept-Language (en, nl).")
    @ApiResponse(
            responseCode = "200",
            description = "The steps that were taken, in order",
            content = @Content(schema = @Schema(implementation = UserSyncOutcome.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It takes longer than a call waits, and continues",
            content = @Content(schema = @Schema(implementation = UnderWay.class)))
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "FIELD_INVALID", "OUTSIDE_UNAVAILABLE"})
    ResponseEntity<Object> syncUser(
            @PathVariable String publisherId, @PathVariable String userId, Caller caller, Locale locale) {
        var user = desk.sync(publisherId, userId, caller, locale);
        return user.outcome().<ResponseEntity<Object>>map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.accepted()
                .body(new UnderWay(user.changeId())));
    }

    @PostMapping("/removals/approve")
    @Operation(summary = "Have the staged removals done", description = WITH_REASON)
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "NO_STAGED_REMOVALS", "REASON_MISSING", "FIELD_INVALID"})
    Decided approveRemovals(
            @PathVariable String publisherId, @RequestBody(required = false) DecisionBody body, Caller caller) {
        var decision = DecisionBody.orNothing(body);
        return new Decided(desk.approve(publisherId, decision.stagedUntil(), decision.reason(), caller));
    }

    @PostMapping("/removals/reject")
    @Operation(summary = "Let the users stay whose removal is staged", description = WITH_REASON)
    @RefusedWith({"PUBLISHER_NOT_FOUND", "NOT_MIGRATED", "NO_STAGED_REMOVALS", "REASON_MISSING", "FIELD_INVALID"})
    Decided rejectRemovals(
            @PathVariable String publisherId, @RequestBody(required = false) DecisionBody body, Caller caller) {
        var decision = DecisionBody.orNothing(body);
        return new Decided(desk.reject(publisherId, decision.stagedUntil(), decision.reason(), caller));
    }
}
