package io.accountmigration.web.filter;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What requests may take.
 *
 * @param bodyTimeout how long the body of a request may take to arrive; long ones get a second more for each 32 KiB
 */
@Validated
@ConfigurationProperties("web.request")
public record RequestSettings(
        @NotNull @DefaultValue("PT10S") Duration bodyTimeout) {}
