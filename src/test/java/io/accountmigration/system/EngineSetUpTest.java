package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The engine offers its form for the first administrator to everybody as long as the group of administrators is empty,
 * whoever else may administer it (CVE-2026-77226). Here nobody gets there.
 */
class EngineSetUpTest extends WholeProgramTest {

    private static final List<String> PATHS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/%73etup/default/user/create");

    private static final Map<String, Object> INTRUDER = Map.of(
            "profile", Map.of("id", "intruder", "firstName", "In", "lastName", "Truder", "email", "in@truder.example"),
            "credentials", Map.of("password", "Long-enough-1"));

    @Autowired
    private IdentityService identity;

    private final List<String> administrators = new ArrayList<>();

    @BeforeEach
    void leaveTheGroupOfAdministratorsEmpty() {
        // Each signs in before, since that makes an administrator a member again.
        people().forEach(person -> program().openBrowserOf(person));
        identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .forEach(administrators::add);
        administrators.forEach(administrator -> identity.deleteMembership(administrator, Groups.CAMUNDA_ADMIN));
    }

    @AfterEach
    void putTheAdministratorsBack() {
        administrators.forEach(administrator -> identity.createMembership(administrator, Groups.CAMUNDA_ADMIN));
        identity.deleteUser("intruder");
    }

    @Test
    void nobodyMakesAFirstAdministrator() {
        assertThat(administrators).isNotEmpty();
        for (var path : PATHS) {
            assertThat(program().anonymous().post(path, INTRUDER).status())
                    .as(path)
                    .isBetween(400, 404);
            people().flatMap(person -> Stream.of(
                            program().openBrowserOf(person).call("POST", path, INTRUDER),
                            as(person).post(path, INTRUDER)))
                    .forEach(reply ->
                            assertThat(reply.status()).as(reply.toString()).isBetween(400, 404));
        }
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    private static Stream<String> people() {
        return Stream.of("owner@contoso.com", "contributor@contoso.com", "operator", "auditor", "service", "admin");
    }
}
