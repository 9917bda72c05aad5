package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.signin.SignInSettings.Oidc;
import io.accountmigration.web.signin.SignInSettings.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "$2a$10$abcdefghijklmnopqrstuuu",
                "$argon2i$v=19$m=16384,t=2,p=1$kzfpbvHOrClCCDdmZ6wPRA$0lOZCFE5eGOp8/mJ70Z/ae2DNed1a6ot2H+nWeaRYiI",
                "$argon2id$v=19$m=8,t=2,p=1$kzfpbvHOrClCCDdmZ6wPRA$0lOZCFE5eGOp8/mJ70Z/ae2DNed1a6ot2H+nWeaRYiI"
            })
    void aPasswordThatIsNotStronglyHashedIsRefusedAndNotRepeated(String hash) {
        assertThatThrownBy(() -> new User("operator", hash, Role.OPERATOR))
                .hasMessageContaining("operator")
                .message()
                .doesNotContain(hash);
    }

    @Test
    void noGroupMakesAPublishersUser() {
        assertThatThrownBy(() -> oidc(Map.of(Role.PUBLISHER_USER, List.of("owners"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(oidc(Map.of()).toString()).doesNotContain("s3cret");
    }

    @Test
    void severalGroupsMayGiveSeveralRoles() {
        var roles = new GroupRoles(oidc(Map.of(Role.OPERATOR, List.of("a", "b"), Role.AUDITOR, List.of("b"))));

        assertThat(roles.of(Map.of("groups", List.of("a", "x")))).containsExactly(Role.OPERATOR);
        assertThat(roles.of(Map.of("groups", List.of("b")))).containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR);
        assertThat(roles.of(Map.of("groups", "b"))).hasSize(2);
        assertThat(roles.of(Map.of("groups", List.of("A", "a ", "a,b")))).isEmpty();
        assertThat(roles.of(Map.of("roles", List.of("a")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"catalogue, true", "3f2a-77, true", "owner@contoso.com, false", "auth0|77, false", "a b, false"})
    void aSubjectIsAUserIdUnlessItCouldBeAnAddressOrDoesNotFit(String subject, boolean asItIs) {
        var userId = GroupRoles.userId(subject);

        assertThat(userId.equals(subject)).isEqualTo(asItIs);
        assertThat(userId).doesNotContain("@").isEqualTo(GroupRoles.userId(subject));
    }

    private static Oidc oidc(Map<Role, List<String>> groups) {
        return new Oidc(
                "https://sso.example.com", "program", "s3cret", "urn:x", List.of("groups"), "email_verified", groups);
    }
}
