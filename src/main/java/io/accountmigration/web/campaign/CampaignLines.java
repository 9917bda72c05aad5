package io.accountmigration.web.campaign;

import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.page.DisplayedTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The campaigns as lists show them, with their forecasts. */
@Component
public class CampaignLines {

    /** A campaign in the list; {@code endedAt} is null while it lives, and {@code forecast} afterwards. */
    public record Line(
            String id,
            String name,
            String state,
            int currentWave,
            DisplayedTime createdAt,
            ForecastModel forecast,
            DisplayedTime endedAt) {

        private static Line of(CampaignListItem line, ForecastModel forecast, Locale locale) {
            return new Line(
                    line.id().toString(),
                    line.name(),
                    line.state().name(),
                    line.currentWave(),
                    DisplayedTime.of(line.createdAt(), locale),
                    forecast,
                    line.endedAt().map(at -> DisplayedTime.of(at, locale)).orElse(null));
        }
    }

    private final CampaignFacade desk;
    private final MessageSource texts;

    CampaignLines(CampaignFacade desk, MessageSource texts) {
        this.desk = desk;
        this.texts = texts;
    }

    /** The newest campaigns. */
    List<Line> newest(Caller caller, Locale locale) {
        return lines(campaign -> true, caller, locale);
    }

    /** Those that are not over. */
    public List<Line> underWay(Caller caller, Locale locale) {
        return lines(campaign -> !campaign.state().isFinal(), caller, locale);
    }

    private List<Line> lines(Predicate<CampaignListItem> wanted, Caller caller, Locale locale) {
        return desk.newest(caller).stream()
                .filter(wanted)
                .map(campaign -> Line.of(campaign, forecast(campaign, caller, locale), locale))
                .toList();
    }

    private ForecastModel forecast(CampaignListItem campaign, Caller caller, Locale locale) {
        return campaign.state().isFinal()
                ? null
                : ForecastModel.of(desk.currentForecast(campaign.id(), caller), texts, locale);
    }
}
