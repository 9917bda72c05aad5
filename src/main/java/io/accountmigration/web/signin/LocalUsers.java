package io.accountmigration.web.signin;

import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.signin.SignInSettings.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Signs in the users of the configuration, whose names are taken in any case. Somebody who does not exist is refused
 * in the same words and after the same work as somebody with a wrong password.
 */
final class LocalUsers implements AuthenticationProvider {

    private static final int LONGEST_PASSWORD = 256;

    private final Map<String, User> users;
    private final PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodysHash;

    LocalUsers(List<User> users) {
        this.users = users.stream().collect(Collectors.toMap(user -> key(user.name()), Function.identity()));
        // As costly to check as the others.
        this.nobodysHash = users.get(0).passwordHash();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = key(attempt.getName());
        var password = String.valueOf(attempt.getCredentials());
        if (!isRight(name, password)) {
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

    private boolean isRight(String name, String password) {
        var user = users.get(name);
        var matches = passwords.matches(password, user == null ? nobodysHash : user.passwordHash());
        return matches && user != null && password.length() <= LONGEST_PASSWORD;
    }

    private static String key(String name) {
        return InvisibleText.trim(name).toLowerCase(Locale.ROOT);
    }
}
