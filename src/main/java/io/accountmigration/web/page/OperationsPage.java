package io.accountmigration.web.page;

import io.accountmigration.migration.MigrationState;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All migrations, for operators; the security chain lets nobody else in. */
@Controller
class OperationsPage {

    private final CaseLists cases;

    OperationsPage(CaseLists cases) {
        this.cases = cases;
    }

    @GetMapping("/operations")
    String operations(
            @RequestParam Optional<MigrationState> state,
            @RequestParam(required = false) String cursor,
            Locale locale,
            Model model) {
        model.addAttribute("cases", cases.page(state, cursor, locale));
        return "operations";
    }
}
