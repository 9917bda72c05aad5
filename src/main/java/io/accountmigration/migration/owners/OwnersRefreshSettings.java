package io.accountmigration.migration.owners;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is noticed without anybody's doing that an owner is none any more.
 *
 * @param interval how often some of the cases that wait for an owner are looked at
 * @param atMost how many cases a run looks at, each by one call to Cloud Partner Portal
 */
@Validated
@ConfigurationProperties("migration.owners-refresh")
record OwnersRefreshSettings(
        @NotNull @DefaultValue("PT1M") Duration interval,
        @Min(1) @Max(1000) @DefaultValue("10") int atMost) {}
