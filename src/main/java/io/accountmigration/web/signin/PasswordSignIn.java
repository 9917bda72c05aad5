package io.accountmigration.web.signin;

import static io.accountmigration.web.signin.PageSecurityChains.SIGN_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** User name and password: people give them once on our page, programs with each call. */
final class PasswordSignIn implements SignInMethod {

    private static final int TOO_MANY_REQUESTS = 429;

    private final AuthenticationManager users;
    private final AuthenticationFailureHandler wrong = new SimpleUrlAuthenticationFailureHandler(SIGN_IN + "?failed");

    PasswordSignIn(AuthenticationManager users) {
        this.users = users;
    }

    @Override
    public void addForPeople(HttpSecurity http) throws Exception {
        http.authenticationManager(users)
                .formLogin(form -> form.loginPage(SIGN_IN).failureHandler((request, response, failure) -> {
                    if (failure instanceof TooManyAttempts tooMany) {
                        response.setHeader("Retry-After", tooMany.retryAfter());
                        response.sendError(TOO_MANY_REQUESTS);
                    } else {
                        keepName(request, response);
                        wrong.onAuthenticationFailure(request, response, failure);
                    }
                }))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?signedOut"));
    }

    /** Only the password has to be typed again. */
    private static void keepName(HttpServletRequest request, HttpServletResponse response) {
        var typed = new FlashMap();
        typed.put("typedName", request.getParameter("username"));
        typed.setTargetRequestPath(SIGN_IN);
        new SessionFlashMapManager().saveOutputFlashMap(typed, request, response);
    }

    @Override
    public void addForPrograms(HttpSecurity http, ProblemSecurityHandler problems) throws Exception {
        http.authenticationManager(users).httpBasic(basic -> basic.authenticationEntryPoint(problems));
    }

    @Override
    public AuthenticationEntryPoint entryPoint() {
        var entryPoint = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        entryPoint.setFavorRelativeUris(true);
        return entryPoint;
    }

    @Override
    public String challenge() {
        return "Basic realm=\"account-migration\"";
    }

    @Override
    public Optional<String> path() {
        return Optional.empty();
    }

    @Override
    public Optional<String> formTarget() {
        return Optional.empty();
    }

    @Override
    public boolean isOver(Authentication signedIn) {
        return false;
    }

    @Override
    public Optional<String> farewell(HttpServletRequest request, Authentication signedIn) {
        return Optional.empty();
    }
}
