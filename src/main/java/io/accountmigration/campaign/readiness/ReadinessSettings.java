package io.accountmigration.campaign.readiness;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How readiness is found out.
 *
 * @param maxAge how old a verdict may be to be taken into a report as it is
 * @param retry the wait after a system did not answer; for one account it doubles with every try
 * @param tries how many attempts an account gets before the report says that its state is unknown
 * @param recheckInterval how long after its last assessment a blocked account is assessed again
 * @param keep how long reports and verdicts are kept
 */
@Validated
@ConfigurationProperties("readiness")
public record ReadinessSettings(
        @NotNull @DefaultValue("P1D") Duration maxAge,
        @NotNull @DefaultValue("PT1M") Duration retry,
        @Min(1) @DefaultValue("3") int tries,
        @NotNull @DefaultValue("P1D") Duration recheckInterval,
        @NotNull @DefaultValue("P90D") Duration keep) {

    /** The wait after a number of failed attempts. */
    Duration waitAfter(int failures) {
        return retry.multipliedBy(1L << Math.min(failures - 1, 10));
    }
}
