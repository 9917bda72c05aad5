package io.accountmigration.outside;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often the program may be out at once.
 *
 * @param connectTimeout until a connection stands; also until one of the pool is free
 * @param readTimeout until the system answers
 * @param maxCalls calls to one system at the same time: at most half of the job threads
 */
@Validated
@ConfigurationProperties("outside")
record OutsideCallSettings(
        @NotNull(message = "outside.connect-timeout must be set")
        @DurationMin(millis = 1, message = "outside.connect-timeout must be positive")
        Duration connectTimeout,

        @NotNull(message = "outside.read-timeout must be set")
        @DurationMin(millis = 1, message = "outside.read-timeout must be positive")
        Duration readTimeout,

        @DefaultValue("4") @Min(value = 1, message = "outside.max-calls must be at least 1")
        int maxCalls) {

    /** The longest time that a whole call may take, also when the response arrives slowly. */
    Duration wholeCall() {
        return connectTimeout.plus(readTimeout);
    }
}
