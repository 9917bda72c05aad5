package io.accountmigration.web.campaign;

import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.InvalidRequest;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What somebody wants to be otherwise in a forecast, as it was typed or sent; what is empty stays as it is.
 *
 * @param allowance how many times as many calls the outside systems take
 * @param weekendsOff whether nothing is started or decided on Saturdays and Sundays, UTC
 */
record ForecastQuestion(String allowance, String waveSize, String startsPerMinute, boolean weekendsOff) {

    private static final double LARGEST_FACTOR = 100;
    private static final int LARGEST_WAVE = 100_000;
    private static final int MOST_STARTS = 10_000;

    static ForecastQuestion of(
            Optional<String> allowance,
            Optional<String> waveSize,
            Optional<String> startsPerMinute,
            boolean weekendsOff) {
        return new ForecastQuestion(
                InvisibleText.trim(allowance.orElse("")),
                InvisibleText.trim(waveSize.orElse("")),
                InvisibleText.trim(startsPerMinute.orElse("")),
                weekendsOff);
    }

    /** Whether anything is to be otherwise. */
    boolean isAsked() {
        return !allowance.isEmpty() || !waveSize.isEmpty() || !startsPerMinute.isEmpty() || weekendsOff;
    }

    /** @throws InvalidRequest naming what cannot be read, or cannot be */
    Conditions conditions() {
        return new Conditions(
                allowance.isEmpty() ? 1 : factor(),
                whole(waveSize, LARGEST_WAVE, "waveSize"),
                whole(startsPerMinute, MOST_STARTS, "startsPerMinute"),
                weekendsOff,
                ZoneOffset.UTC);
    }

    private double factor() {
        try {
            var factor = Double.parseDouble(allowance.replace(',', '.'));
            if (factor >= 1 / LARGEST_FACTOR && factor <= LARGEST_FACTOR) {
                return factor;
            }
        } catch (NumberFormatException noNumber) {
            throw new InvalidRequest("allowance");
        }
        throw new InvalidRequest("allowance");
    }

    private static Optional<Integer> whole(String text, int most, String name) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text))
                    .filter(number -> number >= 1 && number <= most)
                    .or(() -> {
                        throw new InvalidRequest(name);
                    });
        } catch (NumberFormatException noNumber) {
            throw new InvalidRequest(name);
        }
    }
}
