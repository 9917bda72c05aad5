package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.signin.SignInSettings.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class LocalUsersTest {

    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("right");

    private final LocalUsers users = new LocalUsers(List.of(
            new User("Operator", HASH, Role.OPERATOR), new User("owner@contoso.com", HASH, Role.PUBLISHER_USER)));

    @Test
    void theRightPasswordGivesTheOneRole() {
        var signedIn = users.authenticate(attempt("OPERATOR ", "right"));

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getName()).isEqualTo("operator");
        assertThat(signedIn.getCredentials()).isNull();
        assertThat(signedIn.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_OPERATOR");
    }

    @Test
    void whoDoesNotExistIsRefusedLikeWhoIsWrong() {
        var wrong = refusal("operator", "wrong");
        var unknown = refusal("nobody", "right");

        assertThat(wrong).isInstanceOf(BadCredentialsException.class);
        assertThat(unknown).isInstanceOf(wrong.getClass()).hasMessage(wrong.getMessage());
    }

    @Test
    void endlessNamesAndPasswordsAreWrong() {
        assertThat(refusal("x".repeat(100_000), "right")).isInstanceOf(BadCredentialsException.class);
        assertThat(refusal("operator", "x".repeat(100_000))).isInstanceOf(BadCredentialsException.class);
    }

    private Throwable refusal(String name, String password) {
        var refusal = new Throwable[1];
        assertThatThrownBy(() -> users.authenticate(attempt(name, password)))
                .satisfies(failure -> refusal[0] = failure);
        return refusal[0];
    }

    private static Authentication attempt(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }
}
