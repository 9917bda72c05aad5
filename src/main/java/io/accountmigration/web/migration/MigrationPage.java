package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.RetryFailedSteps;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.LocalLink;
import io.accountmigration.web.page.PageAutoRefresh;
import io.accountmigration.web.page.PageController;
import io.accountmigration.web.page.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a migration stands, in words: what is done, who must act next, and what they can do. */
@PageController
class MigrationPage {

    /** The value of {@code next} that leads on to the open task as soon as there is one. */
    static final String TASK = "task";

    private final RefreshOwners refreshOwners;
    private final ViewMigrations migrations;
    private final CaseModelMapper models;
    private final VerificationTable verification;
    private final RetryFailedSteps retryFailedSteps;

    MigrationPage(
            RefreshOwners refreshOwners,
            ViewMigrations migrations,
            CaseModelMapper models,
            VerificationTable verification,
            RetryFailedSteps retryFailedSteps) {
        this.refreshOwners = refreshOwners;
        this.migrations = migrations;
        this.models = models;
        this.verification = verification;
        this.retryFailedSteps = retryFailedSteps;
    }

    @GetMapping("/migrations/{publisherId}")
    String status(
            @PathVariable String publisherId,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "false") boolean still,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var viewer = new Viewer(caller);
        refreshOwners.onLook(publisherId, caller);
        var view = migrations.latest(publisherId, caller);
        var task = CaseModelMapper.taskFor(viewer, view);
        if (next.equals(TASK) && task.isPresent()) {
            return "redirect:" + LocalLink.of(task.get().url());
        }
        var migration = models.of(view, viewer, locale);
        var waitingForTask = next.equals(TASK) && isOnTheWayToATask(view);
        model.addAttribute("migration", migration);
        model.addAttribute("waitingForTask", waitingForTask);
        model.addAttribute(
                "nextCheck",
                migrations
                        .nextEnrolmentCheck(view)
                        .map(at -> DisplayedTime.of(at, locale))
                        .orElse(null));
        model.addAttribute("still", still);
        if (viewer.operator() && view.stopped()) {
            model.addAttribute("failedSteps", retryFailedSteps.stoppedIn(view.processInstanceId()));
        }
        var mayRepeat = viewer.operator() && view.state() == MigrationState.MIGRATED;
        verification
                .find(publisherId, caller, locale)
                .map(table -> VerificationModel.of(table, mayRepeat, locale))
                .ifPresent(report -> model.addAttribute("verification", report));
        if (!still) {
            PageAutoRefresh.after(waitingForTask ? Integer.valueOf(1) : migration.refreshSeconds(), response);
        }
        return "migration";
    }

    private static boolean isOnTheWayToATask(CaseView view) {
        return view.state() == MigrationState.VALIDATING
                && view.step() != MigrationStep.AWAIT_ENROLMENT
                && view.actors().contains(CaseView.PROGRAM);
    }
}
