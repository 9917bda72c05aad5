package io.accountmigration.web.usersync;

import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.ActionController;
import io.accountmigration.web.publisher.PublisherPage;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators do to the sync of users with the buttons of the profile, which then says how it went. */
@ActionController
@RequestMapping("/publishers/{publisherId}/user-sync")
class UserSyncActions {

    private static final String PROFILE = "redirect:/publishers/{publisherId}?" + PublisherPage.RENEW + "=true";

    /** How it went, and the steps that were taken. */
    record Notice(String text, List<String> steps) {}

    private final UserSyncFacade desk;
    private final UserSyncTexts texts;

    UserSyncActions(UserSyncFacade desk, UserSyncTexts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @PostMapping("/reconcile")
    String compare(@PathVariable String publisherId, Caller caller, Locale locale, RedirectAttributes page) {
        desk.compare(publisherId, caller);
        return say(page, texts.notice("compare", locale), List.of());
    }

    @PostMapping("/users")
    String sync(
            @PathVariable String publisherId,
            @RequestParam(defaultValue = "") String user,
            Caller caller,
            Locale locale,
            RedirectAttributes page) {
        var outcome = desk.sync(publisherId, user, caller, locale).outcome();
        return outcome.map(it -> say(
                        page,
                        texts.notice("user." + it.state(), locale, user, texts.reason(it.reason(), locale)),
                        it.steps()))
                .orElseGet(() -> say(page, texts.notice("user.underWay", locale, user), List.of()));
    }

    @PostMapping(path = "/removals", params = "approve")
    String approve(
            @PathVariable String publisherId,
            @RequestParam(defaultValue = "") String stagedUntil,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Locale locale,
            RedirectAttributes page) {
        var removals = desk.approve(publisherId, stagedUntil, reason, caller);
        return say(page, texts.notice("approved", locale, removals), List.of());
    }

    @PostMapping(path = "/removals", params = "reject")
    String reject(
            @PathVariable String publisherId,
            @RequestParam(defaultValue = "") String stagedUntil,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            Locale locale,
            RedirectAttributes page) {
        var removals = desk.reject(publisherId, stagedUntil, reason, caller);
        return say(page, texts.notice("rejected", locale, removals), List.of());
    }

    private static String say(RedirectAttributes page, String text, List<String> steps) {
        page.addFlashAttribute("notice", new Notice(text, steps));
        return PROFILE;
    }
}
