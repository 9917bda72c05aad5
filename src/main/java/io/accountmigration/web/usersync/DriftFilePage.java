package io.accountmigration.web.usersync;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.page.PageController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The differences between the portals as a file that operators save from the profile. */
@PageController
class DriftFilePage {

    private final UserSyncQueries states;

    DriftFilePage(UserSyncQueries states) {
        this.states = states;
    }

    @GetMapping("/publishers/{publisherId}/user-sync/drift.csv")
    ResponseEntity<byte[]> drift(@PathVariable String publisherId, Caller caller) {
        caller.require(Role.OPERATOR);
        return states.driftFileOf(publisherId);
    }
}
