package io.accountmigration.web.signin;

import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.RecordProviderLogout;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.ProviderNotFoundException;

/** Chooses the one way to sign in: the OpenID Connect provider where one is configured, else local users with a password. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SignInMethod signInMethod(
            SignInSettings settings,
            ObjectProvider<RecognisePerson> recognisePerson,
            ObjectProvider<RecordProviderLogout> recordProviderLogout,
            AuthenticationManager passwords) {
        if (settings.oidc().isConfigured()) {
            return new SingleSignOn(settings.oidc(), recognisePerson.getObject(), recordProviderLogout.getObject());
        }
        var recognise = recognisePerson.getIfAvailable();
        return new PasswordSignIn(
                recognise == null ? passwords : new PersonRecordingAuthenticationManager(passwords, recognise));
    }

    /** Checks every password; with a sign-in server only those of the sandbox. */
    @Bean
    AuthenticationManager passwords(
            SignInSettings settings,
            ObjectProvider<AuthenticationProvider> providedByModules,
            ObjectProvider<AuthenticationEventPublisher> events,
            Clock clock,
            MeterRegistry meters) {
        var providers = new ArrayList<>(providedByModules.orderedStream().toList());
        if (!settings.oidc().isConfigured() && !settings.users().isEmpty()) {
            providers.add(new LocalUsers(settings.users()));
        }
        if (providers.isEmpty()) {
            return attempt -> {
                throw new ProviderNotFoundException("no password is taken here");
            };
        }
        var users = new ProviderManager(providers);
        events.ifAvailable(users::setAuthenticationEventPublisher);
        return new ThrottledSignIn(users, new SignInThrottle(clock), meters);
    }
}
