package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class SignInTest extends SandboxTest {

    @Autowired
    private AuthenticationProvider signIn;

    @ParameterizedTest
    @CsvSource({
        "owner@contoso.com, ROLE_PUBLISHER_USER",
        "contributor@alpine.com, ROLE_PUBLISHER_USER",
        "wingtip-freelancer@outlook.com, ROLE_PUBLISHER_USER",
        "operator, ROLE_OPERATOR",
        "operator2, ROLE_OPERATOR",
        "auditor, ROLE_AUDITOR",
        "service, ROLE_SERVICE",
        "admin, ROLE_ADMIN"
    })
    void everybodyHasOneRole(String name, String role) {
        var signedIn = attempt(name, "sandbox");

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getAuthorities()).extracting(Object::toString).containsExactly(role);
    }

    @Test
    void theNameIsTheAddressInLowerCase() {
        assertThat(attempt("Owner@CONTOSO.com", "sandbox").getName()).isEqualTo("owner@contoso.com");
    }

    @ParameterizedTest
    @CsvSource({
        "owner@contoso.com, wrong",
        "nobody@contoso.com, sandbox",
        "owner@alpine.com, sandbox",
        "team@wingtip.com, sandbox",
        "wingtip-release-robot, sandbox"
    })
    void whoeverIsNoActivePersonOrDoesNotKnowThePasswordStaysOut(String name, String password) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> attempt(name, password));
    }

    @Test
    void onlyAdminControlsTheSandboxAndItsClock() throws Exception {
        for (var path : new String[] {"/sandbox/accounts", "/sandbox/clock"}) {
            assertThat(call(request("GET", path, null)).status()).isEqualTo(401);
            assertThat(call(request("GET", path, null).header("Authorization", basic("operator", "sandbox")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(control("GET", "/accounts", null).status()).isEqualTo(200);
    }

    private Authentication attempt(String name, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }
}
