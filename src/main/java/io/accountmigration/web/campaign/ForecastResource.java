package io.accountmigration.web.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.campaign.forecast.Forecast;
import io.accountmigration.campaign.forecast.Forecast.Assumption;
import io.accountmigration.campaign.forecast.Forecast.Band;
import io.accountmigration.campaign.forecast.Limit;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A forecast over REST; null stands for what is unknown, or does not exist.
 *
 * @param end null while it is too early to say, for the reasons in {@code unknown}, or where nothing is left to do
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ForecastResource(
        Instant madeAt,
        int accounts,
        @Nullable ExpectedEnd end,
        @Nullable Instant notBefore,
        @Nullable ForecastLimit limit,
        List<Assumption> assumptions,
        List<UnknownNeed> unknown) {

    /** With a probability of 80 % the end lies between the outer two. */
    record ExpectedEnd(Instant from, Instant likely, Instant until) {

        private static ExpectedEnd of(Band band) {
            return new ExpectedEnd(band.from(), band.likely(), band.until());
        }
    }

    /** What would bring the end nearest if it were not there; {@code system} is the outside system of an allowance. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ForecastLimit(Limit.Kind kind, @Nullable String system) {}

    /** Of accounts with this need too few answers are known. */
    record UnknownNeed(ReadinessCategory need, int accounts, int known, int wanted) {}

    static ForecastResource of(Forecast forecast) {
        return new ForecastResource(
                forecast.madeAt(),
                forecast.accounts(),
                forecast.end().map(ExpectedEnd::of).orElse(null),
                forecast.notBefore().orElse(null),
                forecast.limit()
                        .map(limit ->
                                new ForecastLimit(limit.kind(), limit.system().orElse(null)))
                        .orElse(null),
                forecast.assumptions().stream().sorted().toList(),
                forecast.unknown().stream()
                        .map(it -> new UnknownNeed(it.need(), it.accounts(), it.known(), it.wanted()))
                        .toList());
    }
}
