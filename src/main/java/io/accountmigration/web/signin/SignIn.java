package io.accountmigration.web.signin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.stereotype.Component;

/** Everybody who can sign in, whichever room of the program knows them. */
@Component
class SignIn {

    private final AuthenticationManager manager;

    SignIn(ObjectProvider<AuthenticationProvider> providers, ObjectProvider<AuthenticationEventPublisher> events) {
        var all = new ProviderManager(providers.orderedStream().toList());
        events.ifAvailable(all::setAuthenticationEventPublisher);
        this.manager = all;
    }

    AuthenticationManager manager() {
        return manager;
    }
}
