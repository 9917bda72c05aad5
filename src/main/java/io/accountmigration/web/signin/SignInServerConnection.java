package io.accountmigration.web.signin;

import io.accountmigration.web.signin.SignInSettings.Oidc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What this program asks of the sign-in server, and how it checks what comes back. No call takes longer than 5 s. */
final class SignInServerConnection {

    /** Where the server sends people back to; the registration id follows. */
    static final String CALLBACK = PageSecurityChains.SIGN_IN + "/done/";

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(5);

    private final Oidc settings;
    private final ClientHttpRequestFactory connections = connections();
    private final ClientRegistrationRepository registrations;

    SignInServerConnection(Oidc settings) {
        this.settings = settings;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration()));
    }

    ClientRegistrationRepository registrations() {
        return registrations;
    }

    /** Where the server ends its own session, if it offers that. */
    Optional<String> endSessionEndpoint() {
        var metadata = registrations
                .findByRegistrationId(SingleSignOn.REGISTRATION)
                .getProviderDetails()
                .getConfigurationMetadata();
        return Optional.ofNullable((String) metadata.get("end_session_endpoint"));
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(connections)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    OAuth2UserService<OidcUserRequest, OidcUser> userInfo() {
        var claims = new DefaultOAuth2UserService();
        var rest = new RestTemplate(connections);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        claims.setRestOperations(rest);
        var people = new OidcUserService();
        people.setOauth2UserService(claims);
        return people;
    }

    /** Bearer tokens count when they are this issuer's, meant for us, in time, and no proof of a person's sign-in. */
    JwtDecoder bearerTokens() {
        var type = new JwtTypeValidator(List.of("at+jwt", "application/at+jwt", "JWT"));
        type.setAllowEmpty(true);
        var validator = JwtValidators.createDefaultWithValidators(
                type,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<Object>("exp", expiry -> expiry != null),
                new JwtClaimValidator<Object>("sub", subject -> subject != null),
                new JwtClaimValidator<Object>("nonce", nonce -> nonce == null));
        var decoder = new SupplierJwtDecoder(() -> {
            var found = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                    .restOperations(new RestTemplate(connections))
                    .validateType(false)
                    .build();
            found.setJwtValidator(validator);
            return found;
        });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException unreachable) {
                // Neither right nor wrong: that cannot be found out at the moment.
                throw new JwtException("the sign-in server cannot be asked", unreachable);
            }
        };
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(SingleSignOn.REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri("{baseUrl}" + CALLBACK + "{registrationId}")
                .scope("openid", "profile", "email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static ClientHttpRequestFactory connections() {
        var connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(CONNECT);
        connections.setReadTimeout(READ);
        return connections;
    }
}
