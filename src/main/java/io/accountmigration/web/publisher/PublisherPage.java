package io.accountmigration.web.publisher;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.web.page.PageAutoRefresh;
import io.accountmigration.web.page.PageController;
import io.accountmigration.web.page.Viewer;
import io.accountmigration.web.usersync.UserSyncModelMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The publisher profile: the yellow banner on top (rules R2, R2c), and how its users follow Partner Center (R10). */
@PageController
public class PublisherPage {

    /** The parameter with which the page renews itself until the sync has come to rest. */
    public static final String RENEW = "renew";

    private static final int SOON = 2;

    private final PublisherReader publishers;
    private final PublisherBanner publisherBanner;
    private final BannerTexts bannerTexts;
    private final UserSyncModelMapper syncs;

    PublisherPage(
            PublisherReader publishers,
            PublisherBanner publisherBanner,
            BannerTexts bannerTexts,
            UserSyncModelMapper syncs) {
        this.publishers = publishers;
        this.publisherBanner = publisherBanner;
        this.bannerTexts = bannerTexts;
        this.syncs = syncs;
    }

    /** Leads operators to a profile, also to that of a publisher which has no migration here. */
    @GetMapping("/publishers")
    String find(@RequestParam String publisherId, RedirectAttributes profile) {
        if (publisherId.isBlank()) {
            return "redirect:/";
        }
        profile.addAttribute("publisherId", InvisibleText.trim(publisherId));
        return "redirect:/publishers/{publisherId}";
    }

    @GetMapping("/publishers/{publisherId}")
    String profile(
            @PathVariable String publisherId,
            @RequestParam(name = RENEW, defaultValue = "false") boolean renew,
            Caller caller,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        var snapshot = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        var viewer = new Viewer(caller);
        if (viewer.publisherUser() || !viewer.operator()) {
            var banner = publisherBanner.bannerOf(snapshot, caller);
            model.addAttribute("banner", banner);
            model.addAttribute("bannerText", bannerTexts.text(banner, locale));
            model.addAttribute("bannerUrl", bannerTexts.actionUrl(banner).orElse(null));
        }
        model.addAttribute("publisher", snapshot.publisher());
        model.addAttribute("partnerId", snapshot.publisher().partnerId().orElse(null));
        model.addAttribute("users", snapshot.users());
        if (viewer.operator() || publisherBanner.isOwner(snapshot, caller)) {
            syncs.of(snapshot.publisher().id(), viewer, locale).ifPresent(sync -> {
                model.addAttribute("sync", sync);
                var refreshSeconds = renew && sync.busy() ? SOON : null;
                model.addAttribute("refreshSeconds", refreshSeconds);
                PageAutoRefresh.after(refreshSeconds, response);
            });
        }
        return "publisher";
    }
}
