package io.accountmigration.web.page;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.ViewMigrations;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a migration stands, in words: what is done, who must act next, and what they can do. */
@Controller
class MigrationPage {

    /** The value of {@code next} that leads on to the open task as soon as there is one. */
    static final String TASK = "task";

    private final ViewMigrations migrations;
    private final CaseModels models;

    MigrationPage(ViewMigrations migrations, CaseModels models) {
        this.migrations = migrations;
        this.models = models;
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
        var view = migrations.latest(publisherId, caller);
        var task = CaseModels.taskFor(viewer, view);
        if (next.equals(TASK) && task.isPresent()) {
            return "redirect:" + LocalLink.of(task.get().url());
        }
        var migration = models.of(view, viewer, locale);
        var waitingForTask = next.equals(TASK) && isOnTheWayToATask(view);
        model.addAttribute("migration", migration);
        model.addAttribute("waitingForTask", waitingForTask);
        model.addAttribute("still", still);
        if (!still) {
            Renewal.after(waitingForTask ? Integer.valueOf(1) : migration.refreshSeconds(), response);
        }
        return "migration";
    }

    private static boolean isOnTheWayToATask(CaseView view) {
        return view.state() == MigrationState.VALIDATING && view.actors().contains(CaseView.PROGRAM);
    }
}
