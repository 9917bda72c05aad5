package io.accountmigration.campaign.readiness;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How readiness is found out.
 *
 * @param maxAge how old a verdict may be to be taken into a report as it is
 * @param patience after how long no new call is made for an account
 * @param retry the wait after a system did not answer; for one account it doubles with every try
 * @param tries how many attempts an account gets before the report says that its state is unknown
 * @param recheckInterval how long after its last assessment a blocked account is assessed again
 * @param keep how long reports and verdicts are kept
 * @param rates how many calls a system takes, by its name; one that is not among them takes any number
 */
@Validated
@ConfigurationProperties("readiness")
public record ReadinessSettings(
        @NotNull @DefaultValue("P1D") Duration maxAge,
        @NotNull @DefaultValue("PT10S") Duration patience,
        @NotNull @DefaultValue("PT1M") Duration retry,
        @Min(1) @DefaultValue("3") int tries,
        @NotNull @DefaultValue("P1D") Duration recheckInterval,
        @NotNull @DefaultValue("P90D") Duration keep,
        @Valid @NotNull @DefaultValue Map<String, Rate> rates) {

    /**
     * So many calls in any stretch of this length.
     *
     * @param calls how many; 0 stands for any number
     */
    public record Rate(
            @Min(0) int calls,
            @NotNull @DefaultValue("PT5M") Duration per) {

        boolean isLimited() {
            return calls > 0;
        }
    }

    /** The wait after a number of failed attempts. */
    Duration waitAfter(int failures) {
        return retry.multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
