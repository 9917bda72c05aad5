package io.accountmigration.outside.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much outside systems are asked.
 *
 * @param rates how many calls a system accepts, by its name; one that is not among them accepts any number
 * @param reserve the percentage of those calls that is kept for people who wait
 * @param failures after so many calls in a row without an answer a system counts as down
 * @param probe how often a system that is down is tried
 * @param tellAfter after how long operators get a mail that a system is down
 */
@Validated
@ConfigurationProperties("outside.budget")
record BudgetSettings(
        @Valid @NotNull @DefaultValue Map<String, Rate> rates,
        @Min(0) @Max(50) @DefaultValue("1") int reserve,
        @Min(1) @DefaultValue("5") int failures,

        @NotNull @DurationMin(millis = 1) @DefaultValue("PT5S")
        Duration probe,

        @NotNull @DefaultValue("PT1M") Duration tellAfter) {

    /**
     * So many calls in any stretch of this length.
     *
     * @param calls how many; 0 stands for any number
     */
    record Rate(
            @Min(0) int calls,

            @NotNull @DurationMin(seconds = 1) @DefaultValue("PT5M")
            Duration per) {

        boolean isLimited() {
            return calls > 0;
        }
    }

    Optional<Rate> rateOf(String system) {
        return Optional.ofNullable(rates.get(system)).filter(Rate::isLimited);
    }
}
