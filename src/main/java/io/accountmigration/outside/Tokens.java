package io.accountmigration.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

/** Tokens of one system: fetched when none is valid, kept until they expire, dropped when the system refuses one. */
final class Tokens {

    /** The token is the program's own, independent of the signed-in user: one token serves all calls. */
    private static final Authentication PROGRAM =
            UsernamePasswordAuthenticationToken.authenticated("account-migration", null, List.of());

    private Tokens() {}

    /** Adds the bearer token to each request; {@code connections} are those the token itself is fetched over. */
    static ClientHttpRequestInterceptor bearer(
            String system,
            ClientCredentials credentials,
            ServerPortPlaceholder serverPortPlaceholder,
            ClientHttpRequestFactory connections,
            Clock clock) {
        // Only with the first call is the own port known; from then on it is the same for each.
        var registration = SingletonSupplier.of(() -> registration(system, credentials, serverPortPlaceholder));
        ClientRegistrationRepository registrations = id -> registration.obtain();
        var tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(datedBy(clock, clientCredentials(connections, clock)));
        var bearer = new OAuth2ClientHttpRequestInterceptor(manager);
        bearer.setClientRegistrationIdResolver(request -> system);
        bearer.setPrincipalResolver(request -> PROGRAM);
        bearer.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return bearer;
    }

    private static ClientRegistration registration(
            String system, ClientCredentials credentials, ServerPortPlaceholder serverPortPlaceholder) {
        return ClientRegistration.withRegistrationId(system)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenUri(serverPortPlaceholder.fillIn(credentials.tokenUrl()))
                .clientId(credentials.clientId())
                .clientSecret(credentials.clientSecret())
                .scope(serverPortPlaceholder.fillIn(credentials.scope()))
                .build();
    }

    private static OAuth2AuthorizedClientProvider clientCredentials(ClientHttpRequestFactory connections, Clock clock) {
        var endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(RestClient.builder()
                .requestFactory(connections)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, response) -> {
                    throw new TokenRefused(
                            response.getStatusCode().value(), RetryAfter.of(response.getHeaders(), clock.instant()));
                })
                .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        provider.setClock(clock);
        return provider;
    }

    /** The framework dates a token by the machine's time; the clock of this program decides whether it has expired. */
    private static OAuth2AuthorizedClientProvider datedBy(Clock clock, OAuth2AuthorizedClientProvider provider) {
        return context -> {
            var authorized = provider.authorize(context);
            return authorized == null
                    ? null
                    : new OAuth2AuthorizedClient(
                            authorized.getClientRegistration(),
                            authorized.getPrincipalName(),
                            from(clock.instant(), authorized.getAccessToken()));
        };
    }

    private static OAuth2AccessToken from(Instant now, OAuth2AccessToken token) {
        var lifetime = Duration.between(token.getIssuedAt(), token.getExpiresAt());
        return new OAuth2AccessToken(token.getTokenType(), token.getTokenValue(), now, now.plus(lifetime));
    }
}
