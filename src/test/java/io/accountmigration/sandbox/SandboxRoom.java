package io.accountmigration.sandbox;

import io.accountmigration.program.AdjustableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The sandbox by itself, as it would run in a process of its own, beside the usual automatic configuration. It carries no
 * stereotype, so that no component scan of the whole program finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration",
        })
@ComponentScan(basePackageClasses = SandboxProperties.class)
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxRoom {

    @Bean
    Clock clock() {
        return new AdjustableClock(Clock.fixed(Instant.parse("2020-03-02T09:00:00Z"), ZoneOffset.UTC));
    }
}
