package io.accountmigration.web.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.AccountView;
import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.Page;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.api.StrictText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriComponentsBuilder;

/** Moves many accounts together. */
@ApiController
@RequestMapping("/api/campaigns")
@Tag(name = "Campaigns")
class CampaignsApi {

    private static final int LONGEST_KEY = 200;
    private static final int LARGEST_PAGE = 1000;

    /** The codes that a plan is refused with, be it begun or forecast. */
    @RefusedWith({
        "CAMPAIGN_NAME_MISSING",
        "WAVE_SIZE_INVALID",
        "START_RATE_INVALID",
        "BRAKE_RATE_INVALID",
        "TOO_MANY_ACCOUNTS",
        "FIELD_INVALID"
    })
    @Retention(RetentionPolicy.RUNTIME)
    private @interface RefusedPlan {}

    /** Why somebody says so. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReasonBody(
            @Schema(example = "The outage is over", nullable = true, maxLength = 500)
            @JsonDeserialize(using = StrictText.class)
            String reason) {}

    /** What is said of one account, and why. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OverrideBody(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "LEAVE_OUT", implementation = Action.class)
            @JsonDeserialize(using = StrictText.class)
            String action,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "The company is being sold", maxLength = 500)
            @JsonDeserialize(using = StrictText.class)
            String reason) {}

    /** A campaign in the list. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CampaignSummary(
            UUID id,
            String name,
            CampaignState state,
            Instant createdAt,
            @Nullable Instant endedAt) {

        public static CampaignSummary of(CampaignListItem line) {
            return new CampaignSummary(
                    line.id(),
                    line.name(),
                    line.state(),
                    line.createdAt(),
                    line.endedAt().orElse(null));
        }
    }

    /** An account of a campaign; {@code code} says what is in its way, {@code migration} leads to its case. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Account(
            String publisherId,
            @Nullable Integer wave,
            ReadinessCategory need,
            AccountState state,
            @Nullable String code,
            boolean accepted,
            @Nullable Instant since,
            @Nullable String migration) {

        public static Account of(AccountView view) {
            return new Account(
                    view.publisherId(),
                    view.wave().orElse(null),
                    view.need(),
                    view.state(),
                    view.refusal()
                            .or(() ->
                                    view.problem().map(problem -> problem.code().name()))
                            .orElse(null),
                    view.accepted(),
                    view.since().orElse(null),
                    view.since()
                            .map(since -> Migrations.linkOf(view.publisherId()))
                            .orElse(null));
        }
    }

    private final CampaignFacade desk;

    CampaignsApi(CampaignFacade desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(
            summary = "Begin a campaign",
            description = "For operators. The accounts are moved in waves, the easiest first; the first wave is the"
                    + " canary. The same Idempotency-Key of the same caller gets the same campaign.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(CampaignBody.EXAMPLE))))
    @RefusedPlan
    @RefusedWith({"NO_READY_ACCOUNT", "IDEMPOTENCY_KEY_REUSED"})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignResource> createCampaign(
            @RequestBody CampaignBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey,
            Caller caller) {
        var id = desk.create(body::plan, keyIn(idempotencyKey), caller);
        var location = UriComponentsBuilder.fromPath("/api/campaigns/{id}").build(id);
        return ResponseEntity.created(location).body(CampaignResource.of(desk.of(id.toString(), caller)));
    }

    @GetMapping
    @Operation(summary = "The newest campaigns", description = "For operators.")
    Page<CampaignSummary> listCampaigns(Caller caller) {
        return Page.whole(desk.newest(caller).stream().map(CampaignSummary::of).toList());
    }

    @GetMapping("/{campaignId}")
    @Operation(
            summary = "A campaign with its waves",
            description = "For operators. Every account counts in exactly one state.")
    @RefusedWith("CAMPAIGN_NOT_FOUND")
    CampaignResource getCampaign(@PathVariable String campaignId, Caller caller) {
        return CampaignResource.of(desk.of(campaignId, caller));
    }

    @PostMapping("/forecast")
    @Operation(
            summary = "Forecast a campaign before it begins",
            description =
                    "For operators. Nothing is begun, and no outside system is asked. allowance: how many times as"
                            + " many calls the outside systems would take; weekendsOff: nothing is started or decided on"
                            + " Saturdays and Sundays (UTC).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(CampaignBody.EXAMPLE))))
    @RefusedPlan
    @RefusedWith("REQUEST_INVALID")
    ForecastResource forecastPlan(
            @RequestBody CampaignBody body,
            @RequestParam @Schema(types = "number") Optional<String> allowance,
            @RequestParam(defaultValue = "false") boolean weekendsOff,
            Caller caller) {
        var question = ForecastQuestion.of(allowance, Optional.empty(), Optional.empty(), weekendsOff);
        return ForecastResource.of(desk.forecast(body::plan, question.conditions(), caller));
    }

    @GetMapping("/{campaignId}/forecast")
    @Operation(
            summary = "When a campaign will be done",
            description = "For operators. end is null while it is too early to say. The parameters say what would be"
                    + " otherwise: allowance, how many times as many calls the outside systems would take; waveSize and"
                    + " startsPerMinute; weekendsOff, whether nothing is started or decided on Saturdays and Sundays"
                    + " (UTC).")
    @RefusedWith({"CAMPAIGN_NOT_FOUND", "REQUEST_INVALID"})
    ForecastResource forecastCampaign(
            @PathVariable String campaignId,
            @RequestParam @Schema(types = "number") Optional<String> allowance,
            @RequestParam @Schema(types = "integer") Optional<String> waveSize,
            @RequestParam @Schema(types = "integer") Optional<String> startsPerMinute,
            @RequestParam(defaultValue = "false") boolean weekendsOff,
            Caller caller) {
        var question = ForecastQuestion.of(allowance, waveSize, startsPerMinute, weekendsOff);
        return ForecastResource.of(desk.forecast(campaignId, question.conditions(), caller));
    }

    @GetMapping("/{campaignId}/accounts")
    @Operation(
            summary = "The accounts of a campaign in their order",
            description = "For operators. next is the cursor of the following page, null on the last.")
    @RefusedWith({"CAMPAIGN_NOT_FOUND", "REQUEST_INVALID"})
    Page<Account> listCampaignAccounts(
            @PathVariable String campaignId,
            @RequestParam Optional<Integer> wave,
            @RequestParam(defaultValue = "0") int cursor,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        Page.requireLimit(limit, LARGEST_PAGE);
        if (cursor < 0) {
            throw new InvalidRequest("cursor");
        }
        var found = desk.accounts(campaignId, wave, cursor, limit + 1, caller);
        return Page.cut(found, limit, Account::of, AccountView::position);
    }

    @PostMapping("/{campaignId}/accounts/{publisherId}")
    @Operation(
            summary = "Override what the campaign does with an account",
            description = "For operators, with a reason. LEAVE_OUT: it is not started. TAKE_NOW: it is started with the"
                    + " wave at work. TRY_AGAIN: a refused start, a stopped step or an ended case is tried again."
                    + " ACCEPT: its failure no longer counts for the brake.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RefusedWith({
        "CAMPAIGN_NOT_FOUND",
        "ACCOUNT_NOT_IN_CAMPAIGN",
        "OVERRIDE_NOT_POSSIBLE",
        "CAMPAIGN_OVER",
        "REASON_MISSING",
        "FIELD_INVALID"
    })
    void overrideCampaignAccount(
            @PathVariable String campaignId,
            @PathVariable String publisherId,
            @RequestBody OverrideBody body,
            Caller caller) {
        desk.override(campaignId, publisherId, body.action(), body.reason(), caller);
    }

    @PostMapping("/{campaignId}/{word:pause|resume|cancel|go}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Steer a campaign",
            description = "For operators; a reason may be given. pause: nothing more is started; between waves it"
                    + " disapproves the next one. resume: continues, and retries what had failed. cancel: ends the"
                    + " campaign; migrations that were started continue. go: approves the next wave, which begins.")
    @RefusedWith({
        "CAMPAIGN_NOT_FOUND",
        "CAMPAIGN_NOT_RUNNING",
        "CAMPAIGN_NOT_PAUSED",
        "CAMPAIGN_NOT_AWAITING_GO",
        "CAMPAIGN_OVER",
        "SUSPENDED"
    })
    void steerCampaign(
            @PathVariable String campaignId,
            @PathVariable @Schema(allowableValues = {"pause", "resume", "cancel", "go"}) String word,
            @RequestBody(required = false) ReasonBody body,
            Caller caller) {
        var reason = Optional.ofNullable(body).map(ReasonBody::reason).orElse(null);
        desk.say(word, campaignId, reason, caller);
    }

    private static Optional<String> keyIn(String header) {
        if (header != null && header.length() > LONGEST_KEY) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, "Idempotency-Key");
        }
        return Optional.ofNullable(header).filter(key -> !key.isBlank());
    }
}
