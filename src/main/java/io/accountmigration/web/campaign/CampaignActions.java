package io.accountmigration.web.campaign;

import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.migration.Caller;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.page.ActionController;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators do to campaigns with the buttons of their pages. */
@ActionController
class CampaignActions {

    private static final String CAMPAIGN = "redirect:" + CampaignsPage.PATH + "/{campaignId}";

    private final CampaignFacade desk;
    private final MessageSource texts;

    CampaignActions(CampaignFacade desk, MessageSource texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @PostMapping(CampaignsPage.PATH)
    String create(HttpServletRequest request, Caller caller, RedirectAttributes page) {
        var form = CampaignForm.typedIn(request);
        page.addAttribute("campaignId", desk.create(form::plan, Optional.empty(), caller));
        return CAMPAIGN;
    }

    /** Shows on the form when the campaign would be done that it describes. */
    @PostMapping(CampaignsPage.FORECAST_PATH)
    String forecast(HttpServletRequest request, Caller caller, Locale locale, RedirectAttributes page) {
        var form = CampaignForm.typedIn(request);
        var forecast = desk.forecast(form::plan, Conditions.asTheyAre(), caller);
        page.addFlashAttribute("form", form);
        page.addFlashAttribute("forecast", ForecastModel.of(forecast, texts, locale));
        return "redirect:" + CampaignsPage.PATH + "#new-campaign";
    }

    @PostMapping(CampaignsPage.PATH + "/{campaignId}/{word:pause|resume|cancel|go}")
    String steer(
            @PathVariable String campaignId,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        desk.say(word, campaignId, reason, caller);
        return CAMPAIGN;
    }

    @PostMapping(CampaignsPage.PATH + "/{campaignId}/accounts")
    String override(
            @PathVariable String campaignId,
            @RequestParam(defaultValue = "") String publisherId,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        desk.override(campaignId, InvisibleText.trim(publisherId), action, reason, caller);
        return CAMPAIGN;
    }
}
