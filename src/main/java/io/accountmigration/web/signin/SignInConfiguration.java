package io.accountmigration.web.signin;

import io.accountmigration.publisher.EndSignIns;
import io.accountmigration.publisher.RecognisePerson;
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

/** Chooses the one way in: the sign-in server where there is one, else everybody with a password that a room knows. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    SignInMethod wayIn(
            SignInSettings settings,
            ObjectProvider<RecognisePerson> recognisePerson,
            ObjectProvider<EndSignIns> endSignIns,
            AuthenticationManager passwords) {
        if (settings.oidc().isConfigured()) {
            return new SingleSignOn(settings.oidc(), recognisePerson.getObject(), endSignIns.getObject());
        }
        var recognise = recognisePerson.getIfAvailable();
        return new PasswordSignIn(recognise == null ? passwords : new RememberedPeople(passwords, recognise));
    }

    /** Checks every password that this program takes; beside a sign-in server only those that a room asks for. */
    @Bean
    AuthenticationManager passwords(
            SignInSettings settings,
            ObjectProvider<AuthenticationProvider> rooms,
            ObjectProvider<AuthenticationEventPublisher> events,
            Clock clock,
            MeterRegistry meters) {
        var providers = new ArrayList<>(rooms.orderedStream().toList());
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
