package io.accountmigration.campaign;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How campaigns are led.
 *
 * @param look how often a running wave is checked; starts are spread over these intervals
 * @param peoplePatience after how long an account that waits for people, or for the partner network, lags behind and no
 *     longer keeps its wave from being done
 * @param stepPatience after how long a step that starts accounts leaves the rest to its next job; a request that pauses the
 *     campaign waits for it
 * @param batch how many accounts one job starts at most
 * @param tries how often an account is tried whose portal does not answer, until it counts as refused
 * @param outsideWindow over which period the calls to outside systems are counted
 * @param outsideFailures how many calls to one system have to fail within that time, and at least half of all, until it
 *     counts as being in trouble
 * @param jobsAtOnce how many jobs this program works on at the same time, for forecasts
 */
@Validated
@ConfigurationProperties("campaign")
public record CampaignSettings(
        @NotNull @DefaultValue("PT15S") Duration look,
        @NotNull @DefaultValue("P7D") Duration peoplePatience,
        @NotNull @DefaultValue("PT2S") Duration stepPatience,
        @Min(1) @DefaultValue("50") int batch,
        @Min(1) @DefaultValue("5") int tries,
        @NotNull @DefaultValue("PT2M") Duration outsideWindow,
        @Min(1) @DefaultValue("5") int outsideFailures,
        @Min(1) @DefaultValue("8") int jobsAtOnce) {}
