package io.accountmigration.web.campaign;

import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.PageController;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The campaigns, and the form that begins one; the security chain lets nobody but operators in. */
@PageController
public class CampaignsPage {

    public static final String PATH = "/operations/campaigns";

    /** Where the form of a new campaign asks for its forecast. */
    public static final String FORECAST_PATH = PATH + "/forecast";

    private final CampaignLines lines;

    CampaignsPage(CampaignLines lines) {
        this.lines = lines;
    }

    @GetMapping(PATH)
    String campaigns(Caller caller, Locale locale, Model model) {
        model.addAttribute("campaigns", lines.newest(caller, locale));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", CampaignForm.empty());
        }
        return "campaigns";
    }
}
