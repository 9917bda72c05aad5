package io.accountmigration.system.rough;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.process.access.OpenCalls;
import io.accountmigration.process.access.OpenCalls.Line;
import io.accountmigration.system.Account;
import io.accountmigration.system.Browser;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every open call of the engine, in each role that may make it, with what no client means to send: none fails. */
class RoughEngineCallsTest extends RoughProgramTest {

    private static final String UNKNOWN = "unknown";
    private static final String LONG = "a".repeat(300);
    private static final String ID = "\\{\\w+}";

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void noCallMakesTheEngineFail() {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var known = Map.of(
                "/task/", task.id(),
                "/process-instance/", cases().instanceOf(account),
                "/filter/", filterOf(account.owner()));
        for (var line : OpenCalls.lines()) {
            for (var role : line.roles()) {
                callAs(callerOf(role, account), line, known);
            }
        }
        System.out.println("answers by status: " + statuses);
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet()).contains(200, 204, 400, 403, 404);
    }

    private void callAs(String caller, Line line, Map<String, String> known) {
        if (line.path().endsWith("/logout")) {
            return;
        }
        for (var path : pathsOf(line, known)) {
            if (line.body().isEmpty()) {
                call(caller, line, path, null);
                line.parameters().forEach(parameter -> List.of("", "null", "-1", LONG)
                        .forEach(value -> call(caller, line, path + "?" + encoded(parameter) + "=" + value, null)));
            }
            RoughEngineCalls.bodiesOf(line.body()).stream()
                    .filter(body -> !line.body().isEmpty())
                    .forEach(body -> call(caller, line, path, body));
        }
    }

    private static List<String> pathsOf(Line line, Map<String, String> known) {
        if (!line.path().matches(".*" + ID + ".*")) {
            return List.of(line.path());
        }
        var paths = new ArrayList<>(
                List.of(line.path().replaceAll(ID, UNKNOWN), line.path().replaceAll(ID, LONG)));
        known.forEach((resource, id) -> {
            if (line.path().contains(resource + "{") && !line.method().equals("DELETE")) {
                paths.add(line.path().replaceFirst(ID, id));
            }
        });
        return paths;
    }

    private void call(String caller, Line line, String path, String body) {
        var reply = line.isForPeople()
                ? program().openBrowserOf(caller).send(line.method(), path, body)
                : as(caller).send(line.method(), path, body, Map.of());
        statuses.merge(reply.status(), 1, Integer::sum);
        if (reply.status() >= 500) {
            failures.add(caller + " " + abridged(body) + " " + reply);
        } else if (reply.status() >= 400) {
            requireProblem(reply);
            assertThat(reply.json().path("detail").asText())
                    .as(caller + " " + abridged(body) + " " + reply)
                    .doesNotContain("..", "''", " is null", "with .", "Cannot");
        }
    }

    private static String encoded(String parameter) {
        return URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private static String abridged(String body) {
        return body == null || body.length() < 400 ? body : body.substring(0, 400) + "…";
    }

    private String filterOf(String owner) {
        return program()
                .openBrowserOf(owner)
                .send("GET", Browser.ENGINE + "/filter?resourceType=Task", null)
                .succeeded()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private static String callerOf(String role, Account account) {
        return switch (role) {
            case "owners", "everybody" -> account.owner();
            case "operators" -> "operator";
            case "auditors" -> "auditor";
            case "services" -> "service";
            case "administrators" -> "admin";
            default -> throw new AssertionError(role);
        };
    }
}
