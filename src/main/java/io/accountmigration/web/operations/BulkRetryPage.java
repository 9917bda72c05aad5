package io.accountmigration.web.operations;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.operations.EngineOperations.FailedStep;
import io.accountmigration.migration.operations.RetryFailedSteps;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.OperatorReason;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.PageController;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that stopped for the same cause: shows exactly which, and has those tried again. */
@PageController
@RequestMapping("/operations/failed-steps")
class BulkRetryPage {

    /** One step, and where to see it. */
    record Line(FailedStep step, String publisherId, DisplayedTime since, String cockpitUrl) {}

    private final RetryFailedSteps retryFailedSteps;
    private final BulkOutcomes outcomes;
    private final ProblemFactory problems;
    private final WebappPaths webapp;

    BulkRetryPage(
            RetryFailedSteps retryFailedSteps, BulkOutcomes outcomes, ProblemFactory problems, WebappPaths webapp) {
        this.retryFailedSteps = retryFailedSteps;
        this.outcomes = outcomes;
        this.problems = problems;
        this.webapp = webapp;
    }

    @GetMapping
    String preview(@RequestParam String like, Locale locale, Model model) {
        var preview = retryFailedSteps.preview(like);
        model.addAttribute("like", like);
        model.addAttribute("inAll", preview.inAll());
        model.addAttribute(
                "lines",
                preview.steps().stream()
                        .map(step -> new Line(
                                step,
                                step.publisherId().orElse(null),
                                DisplayedTime.of(step.since(), locale),
                                webapp.cockpitInstance(step.processInstanceId())))
                        .toList());
        return "many-steps";
    }

    @PostMapping
    String retry(
            @RequestParam String like,
            @RequestParam(defaultValue = "") List<String> step,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Locale locale,
            RedirectAttributes page) {
        try {
            var acted = retryFailedSteps.retry(step, OperatorReason.in(reason), caller);
            page.addFlashAttribute("notice", outcomes.of("retry", acted, locale));
            return "redirect:/operations";
        } catch (CallRefused refused) {
            page.addFlashAttribute("refusal", problems.of(refused, locale));
            page.addAttribute("like", like);
            return "redirect:/operations/failed-steps";
        }
    }
}
