package io.accountmigration.web.campaign;

import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.page.PageController;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** When a campaign will be done, as it is, and under conditions that somebody would like to try. */
@PageController
class ForecastPage {

    private final CampaignFacade desk;
    private final MessageSource texts;

    ForecastPage(CampaignFacade desk, MessageSource texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @GetMapping(CampaignsPage.PATH + "/{campaignId}/forecast")
    String forecast(
            @PathVariable String campaignId,
            @RequestParam Optional<String> allowance,
            @RequestParam Optional<String> waveSize,
            @RequestParam Optional<String> startsPerMinute,
            @RequestParam(defaultValue = "false") boolean weekendsOff,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var question = ForecastQuestion.of(allowance, waveSize, startsPerMinute, weekendsOff);
        model.addAttribute("campaign", desk.of(campaignId, caller));
        model.addAttribute("question", question);
        model.addAttribute("asItIs", forecast(campaignId, Conditions.asTheyAre(), caller, locale));
        try {
            var conditions = question.conditions();
            if (question.isAsked()) {
                model.addAttribute("otherwise", forecast(campaignId, conditions, caller, locale));
            }
        } catch (InvalidRequest wrong) {
            // The other fields keep what was typed.
            model.addAttribute("wrong", wrong.subject());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return "campaign-forecast";
    }

    private ForecastModel forecast(String campaignId, Conditions conditions, Caller caller, Locale locale) {
        return ForecastModel.of(desk.forecast(campaignId, conditions, caller), texts, locale);
    }
}
