package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What owners and operators can do to a running migration. */
@ApiController
@RequestMapping("/api/migrations/{publisherId}")
@Tag(name = "Migrations")
class CaseActionsApi {

    /** Where the task that was taken over is done. */
    record Task(String taskUrl) {}

    private final CancelMigration cancelMigration;
    private final TakeOverMigration takeOverMigration;
    private final ChangePartnerId changePartnerId;

    CaseActionsApi(
            CancelMigration cancelMigration, TakeOverMigration takeOverMigration, ChangePartnerId changePartnerId) {
        this.cancelMigration = cancelMigration;
        this.takeOverMigration = takeOverMigration;
        this.changePartnerId = changePartnerId;
    }

    @PostMapping("/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Give the migration up",
            description = "What was moved already is moved back. 409 TOO_LATE past the point of no return.")
    @RefusedWith({
        "MIGRATION_NOT_FOUND",
        "NOT_OWNER",
        "OWNER_NO_MORE",
        "NOT_RUNNING",
        "SUSPENDED",
        "TOO_LATE",
        "OUTSIDE_UNAVAILABLE"
    })
    void cancelMigration(@PathVariable String publisherId, Caller caller) {
        cancelMigration.cancel(publisherId, caller);
    }

    @PostMapping("/take-over")
    @Operation(summary = "Make the open task mine", description = "For the publisher's active owners.")
    @RefusedWith({
        "MIGRATION_NOT_FOUND",
        "NOT_OWNER",
        "OWNER_NO_MORE",
        "NO_OPEN_TASK",
        "NOT_RUNNING",
        "SUSPENDED",
        "TOO_LATE",
        "OUTSIDE_UNAVAILABLE"
    })
    Task takeOverTask(@PathVariable String publisherId, Caller caller) {
        return new Task(takeOverMigration.takeOver(publisherId, caller));
    }

    @PostMapping("/other-partner-id")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for another partner ID",
            description = "Possible while the partner network is still verifying the one before, and where that is "
                    + "registered for another organisation than the work address.")
    @RefusedWith({
        "MIGRATION_NOT_FOUND",
        "NOT_OWNER",
        "OWNER_NO_MORE",
        "NOT_AWAITING_ENROLMENT",
        "NOT_RUNNING",
        "SUSPENDED",
        "OUTSIDE_UNAVAILABLE"
    })
    void requestOtherPartnerId(@PathVariable String publisherId, Caller caller) {
        changePartnerId.askAgain(publisherId, caller);
    }
}
