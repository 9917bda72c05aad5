package io.accountmigration.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where pages and banners lead to outside this program.
 *
 * @param partnerCenterUrl where the owners of a migrated account manage its settings
 */
@Validated
@ConfigurationProperties("web")
public record WebSettings(
        @NotNull @DefaultValue("https://partner.microsoft.com/dashboard")
        URI partnerCenterUrl) {}
