package io.accountmigration.web.operations;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.web.migration.CaseModelMapper;
import io.accountmigration.web.page.PageController;
import io.accountmigration.web.page.Viewer;
import io.accountmigration.web.usersync.UserSyncModelMapper;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What Cockpit shows of this program through its plug-in points; the security chain lets only operators in. */
@PageController
@RequestMapping("/operations/panels")
class CockpitPanelsPage {

    private final OperationsModelMapper operations;
    private final ViewMigrations migrations;
    private final CaseModelMapper cases;
    private final UserSyncModelMapper syncs;

    CockpitPanelsPage(
            OperationsModelMapper operations,
            ViewMigrations migrations,
            CaseModelMapper cases,
            UserSyncModelMapper syncs) {
        this.operations = operations;
        this.migrations = migrations;
        this.cases = cases;
        this.syncs = syncs;
    }

    /** For the dashboard. */
    @GetMapping("/figures")
    String figures(Locale locale, Model model) {
        model.addAttribute("glance", operations.atAGlance(locale));
        return "panels :: figures";
    }

    /** For an instance that moves an account. */
    @GetMapping("/cases/{publisherId}")
    String caseOf(@PathVariable String publisherId, Caller caller, Locale locale, Model model) {
        var view = migrations.latest(publisherId, caller);
        model.addAttribute("migration", cases.of(view, new Viewer(caller), locale));
        model.addAttribute("correlationId", view.caseId());
        return "panels :: case";
    }

    /** For an instance that keeps users in step. */
    @GetMapping("/user-syncs/{publisherId}")
    String syncOf(@PathVariable String publisherId, Caller caller, Locale locale, Model model) {
        var sync = syncs.of(publisherId, new Viewer(caller), locale)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        model.addAttribute("publisherId", publisherId);
        model.addAttribute("sync", sync);
        return "panels :: sync";
    }
}
