package io.accountmigration.web.campaign;

import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.migration.Caller;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.campaign.CampaignFacade.Word;
import io.accountmigration.web.page.ActionController;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
        desk.say(Word.valueOf(word.toUpperCase(Locale.ROOT)), CampaignPage.idIn(campaignId), reason, caller);
        return CAMPAIGN;
    }

    @PostMapping(CampaignsPage.PATH + "/{campaignId}/accounts")
    String override(
            @PathVariable String campaignId,
            @RequestParam(defaultValue = "") String publisherId,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        var wanted = Stream.of(Action.values())
                .filter(it -> it.name().equals(action))
                .findFirst()
                .orElseThrow(() -> CallRefused.field("action"));
        desk.override(CampaignPage.idIn(campaignId), InvisibleText.trim(publisherId), wanted, reason, caller);
        return CAMPAIGN;
    }
}
