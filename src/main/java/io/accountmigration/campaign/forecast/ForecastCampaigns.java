package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.AccountMoveOrder;
import io.accountmigration.campaign.AccountMoveOrder.Candidate;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignSettings;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.CountWaves;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.campaign.forecast.Limit.Kind;
import io.accountmigration.campaign.forecast.Situation.Account;
import io.accountmigration.campaign.forecast.Situation.Stage;
import io.accountmigration.campaign.forecast.Situation.Wave;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.publisher.OutsideAllowance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when a campaign will be done, before it begins and while it runs. Makes no call to an outside system, and changes
 * nothing.
 */
@Component
@Transactional(readOnly = true)
public class ForecastCampaigns {

    private static final MoveCost ONE_CASE = new MoveCost(0, 1, 0);

    private final ViewCampaigns campaigns;
    private final CountWaves countWaves;
    private final AccountMoveOrder order;
    private final CampaignTimes times;
    private final MeasureHistory measureHistory;
    private final OutsideAllowance outsideAllowance;
    private final CampaignSettings settings;
    private final Clock clock;

    ForecastCampaigns(
            ViewCampaigns campaigns,
            CountWaves countWaves,
            AccountMoveOrder order,
            CampaignTimes times,
            MeasureHistory measureHistory,
            OutsideAllowance outsideAllowance,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.countWaves = countWaves;
        this.order = order;
        this.times = times;
        this.measureHistory = measureHistory;
        this.outsideAllowance = outsideAllowance;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * When a campaign will be done; one that is paused, if it is resumed now.
     *
     * @throws io.accountmigration.campaign.CampaignRefused when there is no such campaign
     */
    public Forecast of(UUID campaignId, Conditions conditions) {
        var now = clock.instant();
        var campaign = campaigns.of(campaignId);
        return forecast(campaign.state().isFinal() ? nothingLeft(campaign, now) : situation(campaign, now), conditions);
    }

    /** When a campaign would be done that begins now. */
    public Forecast of(CampaignPlan plan, Conditions conditions) {
        var plannable =
                order.candidates(plan).stream().filter(Candidate::isPlannable).toList();
        var waves = new ArrayList<Wave>();
        for (var from = 0; from < plannable.size(); ) {
            var size = from == 0 ? plan.canarySize() : plan.waveSize();
            var until = Math.min(plannable.size(), from + size);
            var accounts = plannable.subList(from, until).stream()
                    .map(it -> new Account(it.need(), it.users(), Stage.PLANNED, 0, 0))
                    .toList();
            waves.add(new Wave(false, accounts.size(), 0, accounts));
            from = until;
        }
        return forecast(
                new Situation(
                        clock.instant(),
                        waves,
                        plan.startsPerMinute(),
                        plan.goAutomatically(),
                        plan.brakeFailureRate(),
                        -1,
                        false,
                        settings.peoplePatience(),
                        settings.look()),
                conditions);
    }

    private Forecast forecast(Situation situation, Conditions conditions) {
        var history = measureHistory.upTo(situation.now());
        return new Forecaster(situation, conditions, history, supplies(history)).forecast();
    }

    private List<Supply> supplies(History history) {
        var supplies = new ArrayList<Supply>();
        outsideAllowance.rates().forEach((system, rate) -> {
            if (rate.calls() > 0 && MoveCost.BY_SYSTEM.containsKey(system)) {
                supplies.add(new Supply(
                        Limit.allowanceOf(system),
                        rate.calls() / seconds(rate.per()),
                        rate.calls(),
                        MoveCost.BY_SYSTEM.get(system)));
            }
        });
        if (history.moving().mean() > 0) {
            supplies.add(new Supply(
                    Limit.of(Kind.PROGRAM),
                    settings.jobsAtOnce() / history.moving().mean(),
                    settings.jobsAtOnce(),
                    ONE_CASE));
        }
        return supplies;
    }

    private Situation nothingLeft(CampaignView campaign, Instant now) {
        return situation(campaign, now, List.of());
    }

    private Situation situation(CampaignView campaign, Instant now) {
        var stuck = countWaves.stuckCasesOf(campaign.id());
        var ahead = times.findAhead(campaign.id()).stream()
                .filter(account -> !stuck.contains(account.processInstanceId()))
                .collect(Collectors.groupingBy(AccountAhead::wave));
        return situation(
                campaign,
                now,
                campaign.waves().stream()
                        .filter(wave -> wave.completedAt().isEmpty())
                        .map(wave -> new Wave(
                                wave.startedAt().isPresent(),
                                wave.size(),
                                wave.failed(),
                                ahead.getOrDefault(wave.number(), List.of()).stream()
                                        .map(account -> describe(account, now))
                                        .toList()))
                        .toList());
    }

    private Situation situation(CampaignView campaign, Instant now, List<Wave> waves) {
        return new Situation(
                now,
                waves,
                campaign.startsPerMinute(),
                campaign.goAutomatically(),
                campaign.brakeFailureRate(),
                decisionSince(campaign, now),
                campaign.state() == CampaignState.PAUSED,
                settings.peoplePatience(),
                settings.look());
    }

    private static double decisionSince(CampaignView campaign, Instant now) {
        return campaign.state() == CampaignState.AWAITING_GO
                ? campaign.waves().stream()
                        .flatMap(wave -> wave.completedAt().stream())
                        .max(Instant::compareTo)
                        .map(asked -> seconds(Duration.between(asked, now)))
                        .orElse(0.0)
                : -1;
    }

    private static Account describe(AccountAhead account, Instant now) {
        var users = Optional.ofNullable(account.users()).orElse(0);
        if (account.state() == null) {
            return new Account(account.need(), users, Stage.PLANNED, 0, 0);
        }
        var stage = account.state() == MigrationState.MOVING ? Stage.MOVING : Stage.PREPARING;
        return new Account(
                account.need(),
                users,
                stage,
                seconds(Duration.between(account.startedAt(), now)),
                seconds(Duration.between(account.since(), now)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
