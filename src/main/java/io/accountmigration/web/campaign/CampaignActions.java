package io.accountmigration.web.campaign;

import io.accountmigration.migration.Caller;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.page.ActionController;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators do to campaigns with the buttons of their pages. */
@ActionController
class CampaignActions {

    private static final String CAMPAIGN = "redirect:" + CampaignsPage.PATH + "/{campaignId}";

    private final CampaignFacade desk;

    CampaignActions(CampaignFacade desk) {
        this.desk = desk;
    }

    @PostMapping(CampaignsPage.PATH)
    String create(HttpServletRequest request, Caller caller, RedirectAttributes page) {
        var form = CampaignForm.typedIn(request);
        page.addAttribute("campaignId", desk.create(form::plan, Optional.empty(), caller));
        return CAMPAIGN;
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
