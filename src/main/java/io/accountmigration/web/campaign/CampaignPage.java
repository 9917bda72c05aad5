package io.accountmigration.web.campaign;

import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.page.PageAutoRefresh;
import io.accountmigration.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One campaign: its waves, why it stands still, its accounts, and what operators can do. */
@PageController
class CampaignPage {

    private static final int ACCOUNTS = 50;
    private static final int RENEWAL_SECONDS = 15;

    private final CampaignFacade desk;
    private final CampaignModelMapper models;
    private final MessageSource texts;

    CampaignPage(CampaignFacade desk, CampaignModelMapper models, MessageSource texts) {
        this.desk = desk;
        this.models = models;
        this.texts = texts;
    }

    @GetMapping(CampaignsPage.PATH + "/{campaignId}")
    String campaign(
            @PathVariable String campaignId,
            @RequestParam Optional<Integer> wave,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "false") boolean still,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (after < 0) {
            throw new InvalidRequest("after");
        }
        if (wave.filter(number -> number < 1).isPresent()) {
            throw new InvalidRequest("wave");
        }
        var view = desk.of(campaignId, caller);
        var accounts = desk.accounts(campaignId, wave, after, ACCOUNTS, caller);
        model.addAttribute("campaign", models.of(view, locale));
        model.addAttribute("accounts", models.of(accounts, locale));
        if (!view.state().isFinal()) {
            model.addAttribute("forecast", ForecastModel.of(desk.currentForecast(view.id(), caller), texts, locale));
        }
        model.addAttribute("wave", wave.orElse(null));
        model.addAttribute("actions", Action.values());
        model.addAttribute(
                "more",
                accounts.size() < ACCOUNTS
                        ? null
                        : accounts.get(accounts.size() - 1).position());
        model.addAttribute("still", still);
        if (!still && renews(view, after)) {
            PageAutoRefresh.after(RENEWAL_SECONDS, response);
        }
        model.addAttribute("renews", renews(view, after));
        return "campaign";
    }

    /** Nobody who reads further down a list wants it to change. */
    private static boolean renews(CampaignView view, int after) {
        return !view.state().isFinal() && after == 0;
    }
}
