package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.owners.TakeOverMigration;
import io.accountmigration.migration.preparation.ChangePartnerId;
import io.accountmigration.migration.revert.CancelMigration;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.web.page.ActionController;
import io.accountmigration.web.page.LocalLink;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people set going with the buttons of the pages; a refusal is shown on the page with the button. */
@ActionController
class CaseActions {

    private static final String STATUS = "redirect:/migrations/{publisherId}";

    private final StartMigration startMigration;
    private final CancelMigration cancelMigration;
    private final TakeOverMigration takeOverMigration;
    private final ChangePartnerId changePartnerId;
    private final ViewVerification verification;

    CaseActions(
            StartMigration startMigration,
            CancelMigration cancelMigration,
            TakeOverMigration takeOverMigration,
            ChangePartnerId changePartnerId,
            ViewVerification verification) {
        this.startMigration = startMigration;
        this.cancelMigration = cancelMigration;
        this.takeOverMigration = takeOverMigration;
        this.changePartnerId = changePartnerId;
        this.verification = verification;
    }

    @PostMapping("/publishers/{publisherId}/migration")
    String start(@PathVariable String publisherId, Caller caller) {
        startMigration.start(publisherId, Optional.empty(), caller, Optional.empty());
        return STATUS + "?next=" + MigrationPage.TASK;
    }

    @PostMapping("/migrations/{publisherId}/cancel")
    String cancel(
            @PathVariable String publisherId, @RequestParam(defaultValue = "false") boolean confirmed, Caller caller) {
        if (confirmed) {
            cancelMigration.cancel(publisherId, caller);
        }
        return STATUS;
    }

    @PostMapping("/migrations/{publisherId}/take-over")
    String takeOver(@PathVariable String publisherId, Caller caller) {
        return "redirect:" + LocalLink.of(takeOverMigration.takeOver(publisherId, caller));
    }

    @PostMapping("/migrations/{publisherId}/verification")
    String compareAgain(@PathVariable String publisherId, Caller caller) {
        verification.again(publisherId, caller);
        return STATUS;
    }

    @PostMapping("/migrations/{publisherId}/other-partner-id")
    String otherPartnerId(@PathVariable String publisherId, Caller caller) {
        changePartnerId.askAgain(publisherId, caller);
        return STATUS + "?next=" + MigrationPage.TASK;
    }
}
