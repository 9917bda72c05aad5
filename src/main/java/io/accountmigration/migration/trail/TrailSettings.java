package io.accountmigration.migration.trail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What audit trails are sealed with.
 *
 * @param key the secret that seals audit trails, at least 32 characters, the same on all nodes
 * @param earlierKeys secrets that audit trails were sealed with before: their seals still count
 */
@Validated
@ConfigurationProperties("migration.trail")
record TrailSettings(
        @NotBlank @Size(min = 32) String key,
        @NotNull @DefaultValue List<String> earlierKeys) {}
