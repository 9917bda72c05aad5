package io.accountmigration.web.signin;

import io.accountmigration.migration.Caller.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may sign in and how: at a sign-in server, or as one of a few local users.
 *
 * @param oidc the sign-in server; it is used when it has an issuer
 * @param users the local users, who count only where there is no sign-in server
 */
@Validated
@ConfigurationProperties("sign-in")
public record SignInSettings(
        @Valid @NotNull @DefaultValue Oidc oidc,
        @Valid @NotNull @DefaultValue List<@Valid User> users) {

    /**
     * An OpenID Connect provider.
     *
     * @param issuer its address, below which its configuration is found
     * @param clientId this program's name there
     * @param clientSecret this program's secret there
     * @param audience what bearer tokens for this program must name as their audience
     * @param groups the only groups that count, by the role they give; a publisher's user is known by address instead
     * @param groupsClaims the claims that list somebody's groups
     * @param verifiedClaim the claim that says whether the address has been verified
     */
    public record Oidc(
            String issuer,
            String clientId,
            String clientSecret,
            String audience,
            @NotNull @DefaultValue("groups") List<String> groupsClaims,
            @NotNull @DefaultValue("email_verified") String verifiedClaim,
            @NotNull @DefaultValue Map<Role, List<String>> groups) {

        public Oidc {
            if (groups != null && groups.containsKey(Role.PUBLISHER_USER)) {
                throw new IllegalArgumentException("no group makes somebody a publisher's user; the address does");
            }
        }

        @Override
        public String toString() {
            return "Oidc[" + issuer + ", " + clientId + "]";
        }

        boolean isConfigured() {
            return issuer != null && !issuer.isBlank();
        }
    }

    /**
     * A local user.
     *
     * @param name the user name; for a publisher's user the address known to Cloud Partner Portal
     * @param passwordHash the password as an Argon2id hash in its usual text form
     * @param role the one role of this user
     */
    public record User(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._%@+'-]{1,320}")
            String name,

            @NotNull String passwordHash,
            @NotNull Role role) {

        private static final String ARGON2ID =
                "\\$argon2id\\$v=19\\$m=\\d{5,7},t=\\d{1,2},p=\\d{1,2}\\$[A-Za-z0-9+/]{11,88}\\$[A-Za-z0-9+/]{22,172}";

        public User {
            // Checked here: a report of validation would repeat what may be a password.
            if (passwordHash == null || !passwordHash.matches(ARGON2ID)) {
                throw new IllegalArgumentException("the password hash of " + name + " is no Argon2id hash");
            }
        }

        @Override
        public String toString() {
            return "User[" + name + ", " + role + "]";
        }
    }
}
