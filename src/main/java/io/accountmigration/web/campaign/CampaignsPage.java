package io.accountmigration.web.campaign;

import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.PageController;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The campaigns, and the form that begins one; the security chain lets nobody but operators in. */
@PageController
public class CampaignsPage {

    public static final String PATH = "/operations/campaigns";

    /** A campaign in the list; {@code endedAt} is null while it lives. */
    public record Line(
            String id, String name, String state, int currentWave, DisplayedTime createdAt, DisplayedTime endedAt) {

        public static Line of(CampaignListItem line, Locale locale) {
            return new Line(
                    line.id().toString(),
                    line.name(),
                    line.state().name(),
                    line.currentWave(),
                    DisplayedTime.of(line.createdAt(), locale),
                    line.endedAt().map(at -> DisplayedTime.of(at, locale)).orElse(null));
        }
    }

    private final CampaignFacade desk;

    CampaignsPage(CampaignFacade desk) {
        this.desk = desk;
    }

    @GetMapping(PATH)
    String campaigns(Caller caller, Locale locale, Model model) {
        model.addAttribute("campaigns", lines(caller, locale));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", CampaignForm.empty());
        }
        return "campaigns";
    }

    private List<Line> lines(Caller caller, Locale locale) {
        return desk.newest(caller).stream().map(line -> Line.of(line, locale)).toList();
    }
}
