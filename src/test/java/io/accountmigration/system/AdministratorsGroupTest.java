package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * While the group of administrators is empty, the engine's web applications lead everybody to their set-up page. No
 * administrator can empty it.
 */
class AdministratorsGroupTest extends WholeProgramTest {

    private static final String GROUP = Browser.ENGINE + "/group/" + Groups.CAMUNDA_ADMIN;

    @Autowired
    private IdentityService identity;

    @AfterEach
    void letTheAdministratorSignInAgain() {
        program().browserOf("admin");
    }

    @Test
    void noAdministratorEmptiesIt() {
        var administrator = program().browserOf("admin");
        var operator = program().openBrowserOf("operator");

        for (var spelling : List.of(GROUP, GROUP + "/", GROUP.replace("admin", "%61dmin"))) {
            assertThat(administrator.send("DELETE", spelling, null).status())
                    .as(spelling)
                    .isBetween(400, 499);
        }
        for (var member : members()) {
            Stream.of(GROUP + "/members/" + member, Browser.ENGINE + "/user/" + member)
                    .forEach(path -> administrator.send("DELETE", path, null));
        }

        assertThat(members()).isNotEmpty();
        var page = operator.open("/camunda/app/cockpit/default/");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
    }

    private List<String> members() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
    }
}
