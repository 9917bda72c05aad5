package io.accountmigration.web;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.AccountView;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.PauseCause;
import io.accountmigration.campaign.forecast.Forecast;
import io.accountmigration.campaign.forecast.Limit;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.eligibility.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Campaigns as their views show them. */
public final class Campaigns {

    public static final UUID ID = UUID.fromString("0b9d5a3e-6a53-4c43-9c7e-0d0f6b9e7a11");

    private static final Instant BEGUN = Instant.parse("2026-03-02T09:00:00Z");

    /** Nobody has answered yet. */
    public static final Forecast TOO_EARLY = new Forecast(
            BEGUN,
            30,
            Optional.empty(),
            Optional.of(BEGUN.plusSeconds(600)),
            Optional.empty(),
            Set.of(),
            List.of(new Forecast.Unknown(ReadinessCategory.ENROL, 30, 3, 20)));

    /** Partner Center limits what would else be done sooner. */
    public static final Forecast FORECAST = new Forecast(
            BEGUN,
            30,
            Optional.of(new Forecast.Band(
                    Instant.parse("2026-03-09T00:00:00Z"),
                    Instant.parse("2026-03-12T00:00:00Z"),
                    Instant.parse("2026-03-20T00:00:00Z"))),
            Optional.of(BEGUN.plusSeconds(600)),
            Optional.of(new Limit(Limit.Kind.ALLOWANCE, Optional.of("partner-center"))),
            Set.of(Forecast.Assumption.RESUMED_NOW),
            List.of());

    private Campaigns() {}

    public static CampaignView running() {
        return campaign(CampaignState.RUNNING, Optional.empty());
    }

    public static CampaignView awaitingGo() {
        return campaign(CampaignState.AWAITING_GO, Optional.empty());
    }

    /** The brake stopped the canary. */
    public static CampaignView braked() {
        return campaign(
                CampaignState.PAUSED,
                Optional.of(new CampaignView.Pause(
                        PauseCause.FAILURE_RATE, "1 / 2 (50.0 %)", "program", BEGUN.plusSeconds(60))));
    }

    private static CampaignView campaign(CampaignState state, Optional<CampaignView.Pause> pause) {
        return new CampaignView(
                ID,
                "<b>North</b>",
                state,
                pause,
                2,
                100,
                60,
                0.05,
                false,
                1,
                Map.of(AccountState.MIGRATED, 1L, AccountState.REFUSED, 1L, AccountState.PLANNED, 1L),
                List.of(
                        new CampaignView.Wave(
                                1,
                                true,
                                CampaignView.Progress.IN_PROGRESS,
                                pause.isPresent() ? CampaignView.Health.ERROR : CampaignView.Health.LAGGING,
                                2,
                                1,
                                0.5,
                                Map.of(AccountState.MIGRATED, 1L, AccountState.REFUSED, 1L),
                                Optional.of(BEGUN),
                                Optional.empty()),
                        new CampaignView.Wave(
                                2,
                                false,
                                CampaignView.Progress.NOT_STARTED,
                                CampaignView.Health.HEALTHY,
                                1,
                                0,
                                0,
                                Map.of(AccountState.PLANNED, 1L),
                                Optional.empty(),
                                Optional.empty())),
                List.of(),
                "operator",
                BEGUN,
                Optional.empty());
    }

    public static List<AccountView> accounts() {
        return List.of(
                new AccountView(
                        "contoso",
                        1,
                        Optional.of(1),
                        ReadinessCategory.CONFIRM_ONLY,
                        AccountState.WAITING_FOR_PEOPLE,
                        Optional.empty(),
                        Optional.of(FindingCode.TENANT_MISMATCH.naming("Adventure Works Cycles")),
                        Optional.of(BEGUN),
                        false),
                new AccountView(
                        "alpine",
                        2,
                        Optional.of(1),
                        ReadinessCategory.UNKNOWN,
                        AccountState.REFUSED,
                        Optional.of("NO_OWNER"),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }
}
