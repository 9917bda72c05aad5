package io.accountmigration.web.usersync;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.usersync.AcceptUserChange;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Takes changes of users that Partner Center pushes. */
@ApiController
@Tag(name = "Users in step")
class UserChangesApi {

    private final AcceptUserChange acceptUserChange;
    private final MovedPublishers moved;

    UserChangesApi(AcceptUserChange acceptUserChange, MovedPublishers moved) {
        this.acceptUserChange = acceptUserChange;
        this.moved = moved;
    }

    @PostMapping("/api/publishers/{publisherId}/user-changes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tell a change of a user in Partner Center",
            description =
                    "For services. What is accepted is not lost, and a repetition is harmless. 422 names the field"
                            + " that is wrong; 409 CHANGE_ID_REUSED when the id stands for another change, NOT_MIGRATED when"
                            + " the account has not moved.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = UserChangeBody.class),
                            examples = @ExampleObject(UserChangeBody.EXAMPLE)))
    @RefusedWith({
        "FIELD_INVALID",
        "PUBLISHER_NOT_FOUND",
        "NOT_MIGRATED",
        "CHANGE_ID_REUSED",
        "CHANGE_FROM_THE_FUTURE",
        "CHANGE_TOO_OLD",
        "USER_ID_RESERVED",
        "OUTSIDE_UNAVAILABLE"
    })
    void acceptUserChange(@PathVariable String publisherId, @RequestBody JsonNode body, Caller caller) {
        caller.require(Role.SERVICE);
        var change = UserChangeBody.read(body);
        moved.run(publisherId, () -> acceptUserChange.accept(publisherId, change));
    }
}
