package io.accountmigration.web.campaign;

import io.accountmigration.campaign.forecast.Forecast;
import io.accountmigration.campaign.forecast.Limit;
import io.accountmigration.web.page.DisplayedTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * A forecast in words; what is unknown is null.
 *
 * @param limit what it mainly waits for
 * @param unknown why it is too early to say
 */
public record ForecastModel(
        int accounts,
        DisplayedTime from,
        DisplayedTime likely,
        DisplayedTime until,
        DisplayedTime notBefore,
        String limit,
        List<String> assumptions,
        List<String> unknown) {

    static ForecastModel of(Forecast forecast, MessageSource texts, Locale locale) {
        var band = forecast.end();
        return new ForecastModel(
                forecast.accounts(),
                time(band.map(Forecast.Band::from), locale),
                time(band.map(Forecast.Band::likely), locale),
                time(band.map(Forecast.Band::until), locale),
                time(forecast.notBefore(), locale),
                forecast.limit().map(limit -> limit(limit, texts, locale)).orElse(null),
                forecast.assumptions().stream()
                        .sorted()
                        .map(assumption -> texts.getMessage("forecast.assumption." + assumption, null, locale))
                        .toList(),
                forecast.unknown().stream()
                        .map(it -> texts.getMessage(
                                "forecast.unknown",
                                new Object[] {
                                    texts.getMessage("campaign.need." + it.need(), null, locale),
                                    it.accounts(),
                                    it.known(),
                                    it.wanted()
                                },
                                locale))
                        .toList());
    }

    private static String limit(Limit limit, MessageSource texts, Locale locale) {
        var system = limit.system()
                .map(name -> texts.getMessage("forecast.system." + name, null, name, locale))
                .orElse(null);
        return texts.getMessage("forecast.limit." + limit.kind(), new Object[] {system}, locale);
    }

    private static DisplayedTime time(Optional<Instant> time, Locale locale) {
        return time.map(at -> DisplayedTime.of(at, locale)).orElse(null);
    }
}
