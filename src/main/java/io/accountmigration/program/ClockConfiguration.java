package io.accountmigration.program;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock of all modules. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("!sandbox")
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("sandbox")
    AdjustableClock adjustableClock(SandboxClockSettings settings) {
        var clock = new AdjustableClock(Clock.systemUTC());
        clock.advance(settings.ahead());
        return clock;
    }
}
