package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.web.page.PageController;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The verification report as a file that owners and operators save from the page of the case. */
@PageController
class VerificationFilePage {

    private final RefreshOwners refreshOwners;
    private final VerificationTable table;

    VerificationFilePage(RefreshOwners refreshOwners, VerificationTable table) {
        this.refreshOwners = refreshOwners;
        this.table = table;
    }

    @GetMapping("/migrations/{publisherId}/verification.csv")
    ResponseEntity<byte[]> file(@PathVariable String publisherId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return table.file(publisherId, caller, locale);
    }
}
