package io.accountmigration.web.publisher;

import io.accountmigration.migration.PublisherBanner.Banner;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.web.WebSettings;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says a banner to the people who see it, the same on the page and over REST (rules R2, R2c). */
@Component
public class BannerTexts {

    private final MessageSource texts;
    private final WebSettings settings;

    BannerTexts(MessageSource texts, WebSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** The text of the banner; plain text, which pages have to escape. */
    public String text(Banner banner, Locale locale) {
        if (isOwnerWithoutAccess(banner)) {
            return texts.getMessage("banner.OWNER.MIGRATED.WITHOUT_ACCESS", null, locale);
        }
        var key = "banner." + banner.audience() + "." + banner.state();
        var ownerless = banner.owners().isEmpty() && banner.audience() == PublisherRole.CONTRIBUTOR;
        return texts.getMessage(
                ownerless && banner.state() != State.MIGRATED ? "banner.CONTRIBUTOR.NO_OWNER" : key,
                new Object[] {String.join(", ", banner.owners())},
                locale);
    }

    /** Where the banner leads an owner; contributors can only ask one. */
    public Optional<String> actionUrl(Banner banner) {
        if (banner.audience() != PublisherRole.OWNER) {
            return Optional.empty();
        }
        if (isOwnerWithoutAccess(banner)) {
            return Optional.of(path("/migrations/{publisherId}", banner.publisherId()))
                    .filter(report -> banner.reported());
        }
        return Optional.of(
                switch (banner.state()) {
                    case NOT_MIGRATED -> path("/publishers/{publisherId}", banner.publisherId());
                    case IN_PROGRESS -> path("/migrations/{publisherId}", banner.publisherId());
                    case MIGRATED -> settings.partnerCenterUrl().toString();
                });
    }

    /** The key of the word for what the banner leads an owner to. */
    Optional<String> actionKey(Banner banner) {
        return actionUrl(banner).map(url -> switch (banner.state()) {
            case NOT_MIGRATED -> "banner.start";
            case IN_PROGRESS -> "banner.follow";
            case MIGRATED -> banner.withoutAccess() ? "banner.report" : "banner.partnerCenter";
        });
    }

    private static boolean isOwnerWithoutAccess(Banner banner) {
        return banner.audience() == PublisherRole.OWNER && banner.withoutAccess();
    }

    private static String path(String template, String publisherId) {
        return UriComponentsBuilder.fromPath(template)
                .encode()
                .buildAndExpand(publisherId)
                .toUriString();
    }
}
