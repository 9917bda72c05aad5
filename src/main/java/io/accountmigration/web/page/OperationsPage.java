package io.accountmigration.web.page;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All migrations at a glance and one by one, for operators; the security chain lets nobody else in. */
@Controller
class OperationsPage {

    private final OperationsModels models;
    private final CaseLists cases;

    OperationsPage(OperationsModels models, CaseLists cases) {
        this.models = models;
        this.cases = cases;
    }

    @GetMapping("/operations")
    String operations(
            @RequestParam Optional<MigrationState> state,
            @RequestParam Optional<FindingCode> problem,
            @RequestParam(required = false) String cursor,
            Locale locale,
            Model model) {
        model.addAttribute("cases", cases.page(state, problem, cursor, locale));
        model.addAttribute("glance", models.atAGlance(locale));
        return "operations";
    }
}
