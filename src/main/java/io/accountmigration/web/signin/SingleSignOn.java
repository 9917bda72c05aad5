package io.accountmigration.web.signin;

import static io.accountmigration.web.signin.PageSecurityChains.SIGN_IN;

import io.accountmigration.publisher.RecognisePerson;
import io.accountmigration.publisher.RecordProviderLogout;
import io.accountmigration.web.signin.SignInSettings.Oidc;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID Connect provider: people sign in there with the authorisation code and PKCE, programs send its bearer
 * tokens. It is asked for its configuration when first needed, so that it may be down when this program starts.
 */
final class SingleSignOn implements SignInMethod {

    static final String REGISTRATION = "sso";

    private static final String START = SIGN_IN + "/start";

    private final Oidc settings;
    private final SignInServerConnection server;
    private final RecognisePerson recognisePerson;
    private final RecordProviderLogout recordProviderLogout;
    private final GroupRoles groupRoles;

    SingleSignOn(Oidc settings, RecognisePerson recognisePerson, RecordProviderLogout recordProviderLogout) {
        this.settings = settings;
        this.server = new SignInServerConnection(settings);
        this.recognisePerson = recognisePerson;
        this.recordProviderLogout = recordProviderLogout;
        this.groupRoles = new GroupRoles(settings);
    }

    @Override
    public void addForPeople(HttpSecurity http) throws Exception {
        var people = new ProviderUsers(settings, groupRoles, recognisePerson, server.userInfo());
        var refused = new SignInFailureHandler();
        http.oauth2Login(login -> login.loginPage(SIGN_IN)
                        .clientRegistrationRepository(server.registrations())
                        .oidcSessionRegistry(new NoSessionRegistry())
                        .authorizedClientRepository(new DiscardingAuthorizedClients())
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(START))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(SignInServerConnection.CALLBACK + "*"))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(server.codeExchange()))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(people))
                        .failureHandler(refused)
                        .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(refused);
                                return filter;
                            }
                        }))
                .addFilterBefore(
                        (request, response, chain) -> {
                            DeferredProviderLogout.finish((HttpServletRequest) request);
                            chain.doFilter(request, response);
                        },
                        AuthorizationFilter.class)
                .oidcLogout(logout -> logout.clientRegistrationRepository(server.registrations())
                        .oidcSessionRegistry(new NoSessionRegistry())
                        .backChannel(channel -> channel.logoutHandler(
                                (request, response, server) -> end((OidcLogoutToken) server.getPrincipal()))))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessHandler((request, response, signedIn) -> response.sendRedirect(
                                farewell(request, signedIn).orElse(SIGN_IN + "?signedOut"))));
    }

    /** The server says that somebody's session there is over, or all of somebody's sessions. */
    private void end(OidcLogoutToken token) {
        recordProviderLogout.end(
                token.getIssuer().toString(), token.getSubject(), token.getSessionId(), token.getIssuedAt());
    }

    @Override
    public boolean isOver(Authentication signedIn) {
        if (signedIn == null || !(signedIn.getPrincipal() instanceof OidcUser person)) {
            return false;
        }
        var proof = person.getIdToken();
        return recordProviderLogout.isEnded(
                proof.getIssuer().toString(), proof.getSubject(), proof.getClaimAsString("sid"), proof.getIssuedAt());
    }

    @Override
    public void addForPrograms(HttpSecurity http, ProblemSecurityHandler problems) throws Exception {
        http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .jwt(jwt -> jwt.decoder(server.bearerTokens())
                        .jwtAuthenticationConverter(new BearerTokenRoles(groupRoles, recognisePerson)))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(problems::commence);
                        return filter;
                    }
                }));
    }

    @Override
    public AuthenticationEntryPoint entryPoint() {
        return (request, response, unauthenticated) ->
                response.sendRedirect(DeferredProviderLogout.of(request).orElse(START + "/" + REGISTRATION));
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"account-migration\"";
    }

    @Override
    public Optional<String> path() {
        return Optional.of(START + "/" + REGISTRATION);
    }

    /** Signing out leads there, and browsers look at where a form's answer leads. */
    @Override
    public Optional<String> formTarget() {
        var issuer = URI.create(settings.issuer());
        return Optional.of(issuer.getScheme() + "://" + issuer.getAuthority());
    }

    @Override
    public Optional<String> farewell(HttpServletRequest request, Authentication signedIn) {
        if (signedIn == null || !(signedIn.getPrincipal() instanceof OidcUser person)) {
            return Optional.empty();
        }
        var home = ServletUriComponentsBuilder.fromContextPath(request)
                .path(SIGN_IN)
                .query("signedOut")
                .encode()
                .toUriString();
        return server.endSessionEndpoint().map(endpoint -> UriComponentsBuilder.fromUriString(endpoint)
                .queryParam("id_token_hint", person.getIdToken().getTokenValue())
                .queryParam("client_id", settings.clientId())
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(home)
                .toUriString());
    }
}
