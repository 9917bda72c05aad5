package io.accountmigration.program;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the sandbox's clock begins.
 *
 * @param ahead by how much it is ahead of the real one from the start on; a database from an earlier run knows that run's
 *     time
 */
@Validated
@ConfigurationProperties("sandbox.clock")
record SandboxClockSettings(@NotNull @DefaultValue("PT0S") Duration ahead) {}
