package io.accountmigration.web.signin;

import io.accountmigration.publisher.EndSignIns;
import io.accountmigration.publisher.RecognisePerson;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;

/** Chooses the one way in: the sign-in server where there is one, else everybody with a password that a room knows. */
@Configuration(proxyBeanMethods = false)
class WaysIn {

    @Bean
    WayIn wayIn(
            SignInSettings settings,
            ObjectProvider<RecognisePerson> recognisePerson,
            ObjectProvider<EndSignIns> endSignIns,
            ObjectProvider<AuthenticationProvider> rooms,
            ObjectProvider<AuthenticationEventPublisher> events,
            ObjectProvider<Clock> clock) {
        if (settings.oidc().isConfigured()) {
            return new SingleSignOn(settings.oidc(), recognisePerson.getObject(), endSignIns.getObject());
        }
        var providers = new ArrayList<>(rooms.orderedStream().toList());
        if (!settings.users().isEmpty()) {
            providers.add(new LocalUsers(settings.users(), new SignInThrottle(clock.getObject())));
        }
        var users = new ProviderManager(providers);
        events.ifAvailable(users::setAuthenticationEventPublisher);
        return new PasswordSignIn(users);
    }
}
