package io.accountmigration.web.page;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.web.BannerTexts;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The publisher profile with the yellow banner on top (rules R2, R2c). */
@Controller
class PublisherPage {

    private final PublisherReader publishers;
    private final PublisherBanner publisherBanner;
    private final BannerTexts bannerTexts;

    PublisherPage(PublisherReader publishers, PublisherBanner publisherBanner, BannerTexts bannerTexts) {
        this.publishers = publishers;
        this.publisherBanner = publisherBanner;
        this.bannerTexts = bannerTexts;
    }

    @GetMapping("/publishers/{publisherId}")
    String profile(@PathVariable String publisherId, Caller caller, Locale locale, Model model) {
        var snapshot = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        var banner = publisherBanner.bannerOf(snapshot, caller);
        model.addAttribute("publisher", snapshot.publisher());
        model.addAttribute("partnerId", snapshot.publisher().partnerId().orElse(null));
        model.addAttribute("users", snapshot.users());
        model.addAttribute("banner", banner);
        model.addAttribute("bannerText", bannerTexts.text(banner, locale));
        model.addAttribute("bannerUrl", bannerTexts.actionUrl(banner).orElse(null));
        return "publisher";
    }
}
