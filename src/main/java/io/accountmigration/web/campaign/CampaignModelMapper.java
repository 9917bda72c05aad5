package io.accountmigration.web.campaign;

import io.accountmigration.campaign.AccountState;
import io.accountmigration.campaign.AccountView;
import io.accountmigration.campaign.CampaignEvent;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.web.campaign.CampaignModel.AccountLine;
import io.accountmigration.web.campaign.CampaignModel.EventLine;
import io.accountmigration.web.campaign.CampaignModel.Pause;
import io.accountmigration.web.campaign.CampaignModel.WaveLine;
import io.accountmigration.web.page.DisplayedTime;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns campaigns into what their pages show. */
@Component
class CampaignModelMapper {

    private static final Set<AccountState> ENDED =
            EnumSet.of(AccountState.MIGRATED, AccountState.CANCELLED, AccountState.EXPIRED, AccountState.REVERTED);

    private final MessageSource texts;
    private final ProblemFactory problems;
    private final FindingTexts findings;

    CampaignModelMapper(MessageSource texts, ProblemFactory problems, FindingTexts findings) {
        this.texts = texts;
        this.problems = problems;
        this.findings = findings;
    }

    CampaignModel of(CampaignView view, Locale locale) {
        return new CampaignModel(
                view.id().toString(),
                view.name(),
                view.state(),
                view.pause().map(pause -> pause(pause, locale)).orElse(null),
                view.canarySize(),
                view.waveSize(),
                view.startsPerMinute(),
                percent(view.brakeFailureRate(), locale),
                view.goAutomatically(),
                view.size(),
                view.accounts().entrySet().stream()
                        .filter(entry -> ENDED.contains(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                new TreeMap<>(view.accounts()),
                view.waves().stream().map(wave -> wave(wave, locale)).toList(),
                view.events().stream().map(event -> event(event, locale)).toList(),
                view.createdBy(),
                DisplayedTime.of(view.createdAt(), locale));
    }

    List<AccountLine> of(List<AccountView> accounts, Locale locale) {
        return accounts.stream()
                .map(account -> new AccountLine(
                        account.publisherId(),
                        account.wave().orElse(null),
                        account.need().name(),
                        account.state(),
                        reason(account, locale),
                        account.since().isPresent()))
                .toList();
    }

    private Pause pause(CampaignView.Pause pause, Locale locale) {
        var detail = Optional.ofNullable(pause.detail()).orElse("");
        var key = "campaign.pause." + pause.cause() + (detail.isEmpty() ? ".plain" : "");
        return new Pause(
                texts.getMessage(key, new Object[] {detail}, locale), pause.by(), DisplayedTime.of(pause.at(), locale));
    }

    private static WaveLine wave(CampaignView.Wave wave, Locale locale) {
        return new WaveLine(
                wave.number(),
                wave.canary(),
                wave.progress().name(),
                wave.health().name(),
                wave.size(),
                wave.failed(),
                percent(wave.failureRate(), locale),
                new TreeMap<>(wave.accounts()),
                moment(wave.startedAt(), locale),
                moment(wave.completedAt(), locale));
    }

    private static EventLine event(CampaignEvent event, Locale locale) {
        return new EventLine(
                event.type().name(),
                event.publisherId(),
                event.actor(),
                event.detail(),
                DisplayedTime.of(event.happenedAt(), locale));
    }

    private String reason(AccountView account, Locale locale) {
        return account.refusal()
                .map(code -> problems.of(code, 0, account.publisherId(), locale).title())
                .or(() -> account.problem().map(problem -> findings.text(problem, locale)))
                .orElse("");
    }

    private static String percent(double share, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    private static DisplayedTime moment(Optional<Instant> instant, Locale locale) {
        return instant.map(at -> DisplayedTime.of(at, locale)).orElse(null);
    }
}
