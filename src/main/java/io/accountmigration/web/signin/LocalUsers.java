package io.accountmigration.web.signin;

import io.accountmigration.web.signin.SignInSettings.User;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Signs in the users of the configuration, whose names are taken in any case. Somebody who does not exist is refused
 * in the same words and after the same work as somebody with a wrong password.
 */
final class LocalUsers implements AuthenticationProvider {

    private static final int LONGEST_PASSWORD = 256;
    /** Each check takes its share of memory, so only a few run at once. */
    private static final int CHECKS_AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, User> users;
    private final SignInThrottle throttle;
    private final PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodysHash;
    private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE, true);

    LocalUsers(List<User> users, SignInThrottle throttle) {
        this.users = users.stream().collect(Collectors.toMap(user -> key(user.name()), Function.identity()));
        this.throttle = throttle;
        // As costly to check as the others.
        this.nobodysHash = users.get(0).passwordHash();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = key(attempt.getName());
        var password = String.valueOf(attempt.getCredentials());
        var address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? ClientNetwork.of(details.getRemoteAddress())
                : "";
        refuseIfThrottled(name, address);
        if (!isRight(name, password, address)) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        var authority = new SimpleGrantedAuthority(users.get(name).role().authority());
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(name, null, List.of(authority));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private boolean isRight(String name, String password, String address) {
        waitForTurn();
        try {
            // Others may have failed while this one waited.
            refuseIfThrottled(name, address);
            var user = users.get(name);
            var matches = passwords.matches(password, user == null ? nobodysHash : user.passwordHash());
            var right = matches && user != null && password.length() <= LONGEST_PASSWORD;
            if (right) {
                throttle.succeeded(name);
            } else {
                throttle.failed(name, address);
            }
            return right;
        } finally {
            checks.release();
        }
    }

    private void waitForTurn() {
        try {
            if (!checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE);
        }
    }

    private void refuseIfThrottled(String name, String address) {
        throttle.waitFor(name, address).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
    }

    private static String key(String name) {
        var known = name.strip().toLowerCase(Locale.ROOT);
        // Longer than any name, whatever it is: kept short in memory.
        return known.length() <= 321 ? known : known.substring(0, 321);
    }
}
