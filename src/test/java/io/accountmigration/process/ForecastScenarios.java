package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.ControlCampaign;
import io.accountmigration.campaign.CreateCampaign;
import io.accountmigration.campaign.ViewCampaigns;
import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.campaign.forecast.Forecast;
import io.accountmigration.campaign.forecast.Forecast.Assumption;
import io.accountmigration.campaign.forecast.ForecastCampaigns;
import io.accountmigration.campaign.forecast.Limit;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns that are rehearsed on a clock of their own, with owners who take as long as people do, and their forecasts. */
abstract class ForecastScenarios extends Scenario {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final Duration LOOK = Duration.ofSeconds(16);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** How long the same kind of owner took before. */
    private static final int ANSWERS_BEFORE = 40;

    /** An owner who will have made up his mind by then. */
    private record Answer(Instant at, String taskId) {}

    /** What a campaign is rehearsed under. */
    private enum Condition {
        AS_IT_IS,
        ALL_IN_ONE_WAVE,
        WEEKENDS_OFF;

        Conditions conditions() {
            return new Conditions(
                    1,
                    this == ALL_IN_ONE_WAVE ? Optional.of(500) : Optional.empty(),
                    Optional.empty(),
                    this == WEEKENDS_OFF,
                    ZoneOffset.UTC);
        }
    }

    @Autowired
    CreateCampaign createCampaign;

    @Autowired
    ControlCampaign controlCampaign;

    @Autowired
    ViewCampaigns viewCampaigns;

    @Autowired
    ForecastCampaigns forecastCampaigns;

    @BeforeEach
    void noCampaignBefore() {
        database.update("update campaign_account set started_at = null");
        database.update("delete from campaign_event where type in ('GO', 'RESUMED')");
    }

    @Test
    void beforeAnybodyHasAnsweredItIsTooEarlyToSay() {
        var forecast = forecastCampaigns.of(plan(accounts(30), 5, 10), Conditions.asTheyAre());

        assertThat(forecast.accounts()).isEqualTo(30);
        assertThat(forecast.end()).isEmpty();
        assertThat(forecast.unknown()).containsExactly(new Forecast.Unknown(ReadinessCategory.UNKNOWN, 30, 0, 20));
        assertThat(forecast.notBefore()).isPresent();
        assertThat(forecast.assumptions()).contains(Assumption.DECIDED_AT_ONCE, Assumption.MOVED_AT_ONCE);
    }

    @Test
    void whileItRunsTheForecastLearnsAndEndsWithTheCampaign() {
        var random = new SplittableRandom(Seed.ofThisRun());
        Supplier<Duration> owner = () -> hours(4 + 8 * random.nextDouble());
        rehearse(plan(accounts(20), 20, 20), owner, Condition.AS_IT_IS);
        var campaign = createCampaign.create(plan(accounts(4), 2, 2), OPERATOR, Optional.empty());
        runJobs();

        var atFirst = forecastCampaigns.of(campaign, Conditions.asTheyAre());
        assertThat(atFirst.accounts()).isEqualTo(4);
        assertThat(atFirst.limit().map(Limit::kind)).contains(Limit.Kind.PEOPLE);
        assertThat(atFirst.end().orElseThrow().from()).isAfter(clock.instant().plus(hours(8)));
        pass(hours(3));
        controlCampaign.pause(campaign, "Lunch", OPERATOR);
        runJobs();
        assertThat(forecastCampaigns.of(campaign, Conditions.asTheyAre()).assumptions())
                .contains(Assumption.RESUMED_NOW);
        controlCampaign.resume(campaign, "Back", OPERATOR);
        runJobs();
        goOn(campaign, owner, Condition.AS_IT_IS);

        var over = forecastCampaigns.of(campaign, Conditions.asTheyAre());
        assertThat(over.accounts()).isZero();
        assertThat(over.end()).isEmpty();
        assertThat(over.notBefore()).isEmpty();
    }

    /** Of twenty that lie in a band of 80 % each, fewer than thirteen are within one time in thirty. */
    @Test
    @Tag("full")
    void mostOfTwentyRehearsedCampaignsEndWithinTheirForecasts() {
        var seed = Seed.ofThisRun();

        var within = IntStream.range(0, 20)
                .filter(number -> endsWithinItsForecast(number, new SplittableRandom(seed + number)))
                .count();

        System.out.println("rehearsals within their forecasts: " + within);
        assertThat(within).isGreaterThanOrEqualTo(13);
    }

    private boolean endsWithinItsForecast(int number, SplittableRandom random) {
        noCampaignBefore();
        var typical = hours(1 + 30 * random.nextDouble());
        Supplier<Duration> owner =
                () -> Duration.ofSeconds((long) (typical.toSeconds() * Math.exp(0.8 * random.nextGaussian())));
        rehearse(plan(accounts(ANSWERS_BEFORE), ANSWERS_BEFORE, 1), owner, Condition.AS_IT_IS);
        var condition = Condition.values()[number % Condition.values().length];
        var accounts = accounts(25);
        var asked = plan(accounts, 5, 10);
        var begun = clock.instant();
        var forecast = forecastCampaigns.of(asked, condition.conditions());
        var band = forecast.end().orElseThrow();

        var rehearsed = condition == Condition.ALL_IN_ONE_WAVE ? plan(accounts, 25, 10) : asked;
        var end = rehearse(rehearsed, owner, condition).endedAt().orElseThrow();

        var within = !end.isBefore(band.from()) && !end.isAfter(band.until());
        System.out.printf(
                "rehearsal %d, %s, begun %s: forecast %s to %s, likely %s; ended %s: %s%n",
                number, condition, begun, band.from(), band.until(), band.likely(), end, within ? "within" : "outside");
        return within;
    }

    private CampaignView rehearse(CampaignPlan plan, Supplier<Duration> owner, Condition condition) {
        var campaign = createCampaign.create(plan, OPERATOR, Optional.empty());
        runJobs();
        goOn(campaign, owner, condition);
        return viewCampaigns.of(campaign);
    }

    /** Lets time pass from answer to answer until the campaign is over. */
    private void goOn(UUID campaign, Supplier<Duration> owner, Condition condition) {
        var asked = new HashSet<String>();
        var answers = new PriorityQueue<Answer>(Comparator.comparing(Answer::at));
        for (var view = viewCampaigns.of(campaign); !view.state().isFinal(); view = viewCampaigns.of(campaign)) {
            if (condition == Condition.WEEKENDS_OFF) {
                keepWeekends(campaign, view.state());
            }
            if (view.state() == CampaignState.AWAITING_GO) {
                controlCampaign.go(campaign, "Somebody takes longer than a wave waits", OPERATOR);
                runJobs();
            }
            openTasks()
                    .filter(asked::add)
                    .forEach(task -> answers.add(new Answer(clock.instant().plus(owner.get()), task)));
            if (view.accounts().getOrDefault(AccountState.WAITING_FOR_PEOPLE, 0L) == 0 || isStarting(view)) {
                pass(answers.isEmpty() && view.state() == CampaignState.PAUSED ? hours(1) : LOOK);
                continue;
            }
            var next = answers.remove();
            if (next.at().isAfter(clock.instant())) {
                pass(Duration.between(clock.instant(), next.at()));
            }
            as(OWNER, () -> taskService.complete(next.taskId(), Map.of("workEmail", OWNER)));
            runJobs();
        }
    }

    private static boolean isStarting(CampaignView view) {
        return view.state() == CampaignState.RUNNING
                && view.waves().stream()
                        .filter(wave -> wave.number() == view.currentWave())
                        .anyMatch(wave -> wave.accounts().containsKey(AccountState.PLANNED));
    }

    private void keepWeekends(UUID campaign, CampaignState state) {
        var weekend = WEEKEND.contains(clock.instant().atZone(ZoneOffset.UTC).getDayOfWeek());
        if (weekend && state == CampaignState.RUNNING) {
            controlCampaign.pause(campaign, "Weekend", OPERATOR);
        } else if (!weekend && state == CampaignState.PAUSED) {
            controlCampaign.resume(campaign, "Monday", OPERATOR);
        }
        runJobs();
    }

    private Stream<String> openTasks() {
        return taskService.createTaskQuery().taskDefinitionKey("userTask_provideWorkEmail").list().stream()
                .map(Task::getId);
    }

    private List<String> accounts(int count) {
        return Stream.generate(() -> "Forecast." + ACCOUNTS.incrementAndGet())
                .limit(count)
                .peek(account -> portal.add(account, Optional.of(PARTNER_ID), OWNER))
                .toList();
    }

    private static CampaignPlan plan(List<String> accounts, int canary, int wave) {
        return new CampaignPlan("Rehearsal", Optional.of(accounts), canary, wave, 600, 0.5, true);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds((long) (3600 * hours));
    }
}
