package io.accountmigration.ports;

import static org.mockito.Mockito.spy;

import io.accountmigration.program.AdjustableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The outside systems in memory, which can be made to fail, and a clock that a test moves. To be imported by name. */
public class InMemoryOutside {

    @Bean
    @Primary
    AdjustableClock handClock() {
        return new AdjustableClock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
    }

    @Bean
    InMemoryPortal portal(Clock clock) {
        return spy(new InMemoryPortal(clock));
    }

    @Bean
    InMemoryPartnerCenter partnerCenter() {
        return spy(new InMemoryPartnerCenter());
    }

    @Bean
    InMemoryPartnerNetwork partnerNetwork() {
        return spy(new InMemoryPartnerNetwork());
    }

    @Bean
    InMemoryDirectory directory() {
        return spy(new InMemoryDirectory());
    }
}
