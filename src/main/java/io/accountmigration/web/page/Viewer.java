package io.accountmigration.web.page;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;

/** Who looks at a page, as far as the page changes with it. */
public record Viewer(Caller caller) {

    public String name() {
        return caller.userId();
    }

    public boolean publisherUser() {
        return caller.roles().contains(Role.PUBLISHER_USER);
    }

    public boolean operator() {
        return caller.isOperator();
    }
}
