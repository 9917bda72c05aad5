package io.accountmigration.web.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.operations.CancelMigrations;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.OperatorReason;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.page.PageController;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several cases to be given up: shows exactly which and what will become of each, and gives those up. */
@PageController
@RequestMapping("/operations/cancellation")
class BulkCancelPage {

    /** What giving up would do to a case. */
    enum Effect {
        /** Nothing was moved: it ends at once. */
        ENDS,
        /** What was moved is moved back first. */
        MOVES_BACK,
        /** It is over, or too far to go back. */
        NONE
    }

    /** One case, and what would become of it. */
    record Line(CaseListQueries.Line shown, Effect effect) {

        /** Whether it would be given up at all. */
        public boolean touched() {
            return effect != Effect.NONE;
        }
    }

    private final CancelMigrations cancelMigrations;
    private final CaseListQueries cases;
    private final BulkOutcomes outcomes;
    private final ProblemFactory problems;

    BulkCancelPage(
            CancelMigrations cancelMigrations, CaseListQueries cases, BulkOutcomes outcomes, ProblemFactory problems) {
        this.cancelMigrations = cancelMigrations;
        this.cases = cases;
        this.outcomes = outcomes;
        this.problems = problems;
    }

    @GetMapping
    String preview(
            @RequestParam(name = "case", defaultValue = "") List<UUID> caseIds,
            @RequestParam Optional<FindingCode> problem,
            Locale locale,
            Model model) {
        var views = problem.map(cancelMigrations::preview).orElseGet(() -> cancelMigrations.preview(caseIds));
        var lines = views.stream()
                .map(view -> new Line(cases.lines(List.of(view), locale).get(0), effectOn(view)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("touched", lines.stream().filter(Line::touched).count());
        model.addAttribute("atMost", CancelMigrations.AT_MOST);
        return "many-cases";
    }

    private static Effect effectOn(CaseView view) {
        if (!view.cancellable()) {
            return Effect.NONE;
        }
        return view.state() == MigrationState.MOVING ? Effect.MOVES_BACK : Effect.ENDS;
    }

    @PostMapping
    String cancel(
            @RequestParam(name = "case", defaultValue = "") List<UUID> caseIds,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Locale locale,
            RedirectAttributes page) {
        try {
            var acted = cancelMigrations.cancel(caseIds, OperatorReason.in(reason), caller);
            page.addFlashAttribute("notice", outcomes.of("cancel", acted, locale));
            return "redirect:/operations";
        } catch (CallRefused refused) {
            page.addFlashAttribute("refusal", problems.of(refused, locale));
            page.addAttribute("case", caseIds);
            return "redirect:/operations/cancellation";
        }
    }
}
