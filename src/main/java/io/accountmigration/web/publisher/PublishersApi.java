package io.accountmigration.web.publisher;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.eligibility.FixableBy;
import io.accountmigration.eligibility.Severity;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.PublisherBanner;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a publisher's people see before a migration: the banner and the dry run. */
@ApiController
@RequestMapping("/api/publishers/{publisherId}")
@Tag(name = "Publishers")
class PublishersApi {

    /** The banner in words; {@code actionUrl} is null for contributors, who can only ask an owner. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BannerResource(
            PublisherBanner.State state,
            PublisherRole audience,
            String text,
            @Nullable String actionUrl,
            List<String> owners) {}

    /** The outcome of the dry run. */
    record EligibilityResource(
            String publisherId, boolean eligible, List<FindingResource> findings, Instant assessedAt) {}

    /** A finding in words. */
    record FindingResource(String code, Severity severity, String text, String steps, FixableBy fixableBy) {}

    private final PublisherBanner publisherBanner;
    private final BannerTexts bannerTexts;
    private final PublisherReader publishers;
    private final AssessEligibility assessEligibility;
    private final FindingTexts findingTexts;

    PublishersApi(
            PublisherBanner publisherBanner,
            BannerTexts bannerTexts,
            PublisherReader publishers,
            AssessEligibility assessEligibility,
            FindingTexts findingTexts) {
        this.publisherBanner = publisherBanner;
        this.bannerTexts = bannerTexts;
        this.publishers = publishers;
        this.assessEligibility = assessEligibility;
        this.findingTexts = findingTexts;
    }

    @GetMapping("/banner")
    @Operation(summary = "The banner of the profile page", description = "For the publisher's owners and contributors.")
    @RefusedWith({"PUBLISHER_NOT_FOUND", "OUTSIDE_UNAVAILABLE"})
    BannerResource getBanner(@PathVariable String publisherId, Caller caller, Locale locale) {
        var banner = publisherBanner.bannerFor(publisherId, caller);
        return new BannerResource(
                banner.state(),
                banner.audience(),
                bannerTexts.text(banner, locale),
                bannerTexts.actionUrl(banner).orElse(null),
                banner.owners());
    }

    @GetMapping("/eligibility")
    @Operation(
            summary = "What a migration would find",
            description =
                    "A dry run for the publisher's owners, operators and services. Nothing changes; only the name of"
                            + " another organisation is shown to an owner a few times a day, then left out.")
    @RefusedWith({"NOT_OWNER", "PUBLISHER_NOT_FOUND", "OUTSIDE_UNAVAILABLE"})
    EligibilityResource getEligibility(@PathVariable String publisherId, Caller caller, Locale locale) {
        var snapshot = publishers
                .read(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
        if (!caller.mayNameOwners() && !publisherBanner.isOwner(snapshot, caller)) {
            throw MigrationRefused.because(
                    Refusal.NOT_OWNER, snapshot.publisher().id());
        }
        var assessment = assessEligibility.assess(
                snapshot, caller.mayNameOwners() ? Audience.STAFF : Audience.owners(List.of(caller.userId())));
        return new EligibilityResource(
                assessment.publisherId(),
                assessment.eligible(),
                assessment.findings().stream()
                        .map(finding -> inWords(finding, locale))
                        .toList(),
                assessment.assessedAt());
    }

    private FindingResource inWords(Finding finding, Locale locale) {
        var code = finding.code();
        return new FindingResource(
                code.name(),
                code.severity(),
                findingTexts.text(finding, locale),
                findingTexts.steps(finding, locale),
                code.fixableBy());
    }
}
