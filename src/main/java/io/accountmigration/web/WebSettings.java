package io.accountmigration.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where pages and banners lead to outside this program, and how long callers are kept waiting.
 *
 * @param partnerCenterUrl where the owners of a migrated account manage its settings
 * @param userSyncPatience how long a request to synchronise one user waits for the outcome
 */
@Validated
@ConfigurationProperties("web")
public record WebSettings(
        @NotNull @DefaultValue("https://partner.microsoft.com/dashboard")
        URI partnerCenterUrl,

        @NotNull @DefaultValue("PT5S") Duration userSyncPatience) {}
