package io.accountmigration.migration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things may take, and how often.
 *
 * @param confirmationCodeValidity how long a mailed code can be used
 * @param lock for how long the publisher is locked while it moves; the portal itself ends the lock then
 * @param deadline after how long an account that is not prepared expires
 * @param stepPatience after how long a step that makes many calls leaves the rest to its next job
 * @param codesPerHour how many confirmation codes one address is sent within an hour, and one owner may ask for
 * @param mailsPerDay after how many mails of any kind within a day an address is sent no code either
 */
@Validated
@ConfigurationProperties("migration")
public record MigrationSettings(
        @NotNull @DefaultValue("PT30M") Duration confirmationCodeValidity,
        @NotNull @DefaultValue("PT20H") Duration lock,
        @NotNull @DefaultValue("P60D") Duration deadline,
        @NotNull @DefaultValue("PT10S") Duration stepPatience,
        @Min(1) @DefaultValue("5") int codesPerHour,
        @Min(1) @DefaultValue("10") int mailsPerDay) {}
