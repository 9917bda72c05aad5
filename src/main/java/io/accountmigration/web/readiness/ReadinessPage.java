package io.accountmigration.web.readiness;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.SelectionRefused;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.file.SelectionFile;
import io.accountmigration.web.page.PageAutoRefresh;
import io.accountmigration.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What accounts will need before they move; the security chain lets only operators in. */
@PageController
@RequestMapping("/operations/readiness")
class ReadinessPage {

    private final ReadinessFacade desk;
    private final ReadinessModelMapper models;
    private final ProblemFactory problems;

    ReadinessPage(ReadinessFacade desk, ReadinessModelMapper models, ProblemFactory problems) {
        this.desk = desk;
        this.models = models;
        this.problems = problems;
    }

    @GetMapping
    String reports(Caller caller, Locale locale, Model model) {
        model.addAttribute("reports", models.newest(caller, locale));
        return "readiness";
    }

    @PostMapping
    String start(
            @RequestParam(defaultValue = "") String publisherIds,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean skip,
            @RequestParam(defaultValue = "false") boolean anew,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var maxAge = anew ? Optional.of(Duration.ZERO) : Optional.<Duration>empty();
        try {
            var started = all
                    ? desk.startOnAll(maxAge, caller)
                    : desk.start(
                            SelectionFile.read(publisherIds), skip ? OnError.SKIP : OnError.REJECT, maxAge, caller);
            return "redirect:/operations/readiness/" + started.reportId();
        } catch (SelectionRefused refused) {
            model.addAttribute("rows", refused.rows());
            refuse(problems.of(refused, locale), publisherIds, model, response);
        } catch (CallRefused refused) {
            refuse(problems.of(refused, locale), publisherIds, model, response);
        }
        return reports(caller, locale, model);
    }

    @GetMapping("/{reportId}")
    String report(
            @PathVariable UUID reportId,
            @RequestParam Optional<ReadinessCategory> need,
            @RequestParam(defaultValue = "-1") int after,
            @RequestParam(defaultValue = "false") boolean still,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (after < -1) {
            throw new InvalidRequest("after");
        }
        var report = models.of(reportId, need, after, caller, locale);
        model.addAttribute("report", report);
        model.addAttribute("still", still);
        PageAutoRefresh.after(report.running() && !still ? 5 : null, response);
        return "readiness-report";
    }

    @GetMapping("/{reportId}/results.csv")
    ResponseEntity<byte[]> results(@PathVariable UUID reportId, Caller caller) {
        return desk.resultsFile(reportId, caller);
    }

    @GetMapping("/{reportId}/rejected-rows.csv")
    ResponseEntity<byte[]> rejectedRows(@PathVariable UUID reportId, Caller caller) {
        return desk.rejectedRowsFile(reportId, caller);
    }

    /** The form is shown again as it was filled in, with the reason. */
    private static void refuse(Problem problem, String publisherIds, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("refusal", problem);
        model.addAttribute("publisherIds", publisherIds);
    }
}
