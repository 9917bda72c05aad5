package io.accountmigration.web.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.web.campaign.CampaignLines;
import io.accountmigration.web.migration.CaseListQueries;
import io.accountmigration.web.page.PageController;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All migrations at a glance and one by one, for operators; the security chain lets nobody else in. */
@PageController
class OperationsPage {

    private final OperationsModelMapper models;
    private final CaseListQueries cases;
    private final CampaignLines campaigns;

    OperationsPage(OperationsModelMapper models, CaseListQueries cases, CampaignLines campaigns) {
        this.models = models;
        this.cases = cases;
        this.campaigns = campaigns;
    }

    @GetMapping("/operations")
    String operations(
            @RequestParam Optional<MigrationState> state,
            @RequestParam Optional<FindingCode> problem,
            @RequestParam(required = false) String cursor,
            Caller caller,
            Locale locale,
            Model model) {
        model.addAttribute("cases", cases.page(state, problem, cursor, locale));
        var glance = models.atAGlance(locale);
        var underWay = campaigns.underWay(caller, locale);
        model.addAttribute("glance", glance);
        model.addAttribute("campaigns", underWay);
        model.addAttribute("needsYou", NeedsYou.now(glance, underWay));
        return "operations";
    }
}
