package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * No administrator takes away what the program cannot do without: a member of the group of administrators, without whom
 * the web applications lead everybody to their set-up page, and the grants of its roles and of tasks.
 */
class AdministratorsGroupTest extends WholeProgramTest {

    private static final String GROUP = Browser.ENGINE + "/group/" + Groups.CAMUNDA_ADMIN;

    private static final Map<String, Object> NOTHING =
            Map.of("userId", "nobody", "permissions", List.of(), "resourceType", 0, "resourceId", "nothing");

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

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

    @Test
    void noAdministratorTakesAwayWhatTheProgramHasGranted() {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var administrator = program().browserOf("admin");
        var granted = Stream.concat(
                        authorizations
                                .createAuthorizationQuery()
                                .groupIdIn(Groups.CAMUNDA_ADMIN, "owners", "operators", "services")
                                .list()
                                .stream(),
                        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).list().stream())
                .map(Authorization::getId)
                .distinct()
                .toList();
        assertThat(granted).hasSizeGreaterThan(10);

        for (var id : granted) {
            var grant = Browser.ENGINE + "/authorization/" + id;
            for (var reply : List.of(
                    administrator.send("DELETE", grant, null),
                    administrator.send("DELETE", grant + "/", null),
                    administrator.call("PUT", grant, NOTHING))) {
                Refusals.requireProblem(reply, 403, "NOT_ALLOWED");
            }
        }

        for (var id : granted) {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .authorizationId(id)
                            .count())
                    .isEqualTo(1);
        }
    }

    private List<String> members() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
    }
}
