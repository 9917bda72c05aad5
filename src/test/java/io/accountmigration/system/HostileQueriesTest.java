package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.process.engine.ExpressionNotAllowedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** No expression of a request is evaluated: by the engine itself, and at every endpoint that leads to it. */
class HostileQueriesTest extends WholeProgramTest {

    private static final Path WRITTEN = Path.of("target", "written-by-a-query");

    /** One that leaves a mark, and one that does no harm. */
    private static final List<String> EXPRESSIONS = List.of(
            "${''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + WRITTEN
                    + "').createNewFile()}",
            "${1+1}");

    private static final List<String> ENDPOINTS =
            List.of("/engine-rest", "/engine-rest/engine/default", Browser.ENGINE);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate database;

    private record Request(HostileQueries.Call call, String field, int depth, String expression) {}

    @BeforeEach
    @AfterEach
    void nothingIsWritten() throws IOException {
        Files.deleteIfExists(WRITTEN);
    }

    @Test
    void theDescriptionOfTheEngineNamesWhatIsTried() {
        assertThat(HostileQueries.fields()).hasSize(20);
        assertThat(HostileQueries.nesting()).isEqualTo("orQueries");
        assertThat(HostileQueries.callsWithParameters())
                .extracting(HostileQueries.Call::path)
                .containsExactlyInAnyOrder("/task", "/task/count");
        assertThat(HostileQueries.callsWithBody())
                .extracting(HostileQueries.Call::path)
                .containsExactlyInAnyOrder(
                        "/task",
                        "/task/count",
                        "/filter/create",
                        "/filter/{id}",
                        "/filter/{id}/list",
                        "/filter/{id}/singleResult",
                        "/filter/{id}/count");
    }

    @Test
    void theEngineItselfRefusesAnExpressionAtAnyDepth() {
        var filters = engine.getFilterService();
        var filter = filters.createFilterQuery().list().get(0).getId();
        eachQuery((field, depth, expression) -> {
            var query = HostileQueries.query(field, expression, depth);
            refused(field + depth, () -> toQuery(query).list());
            refused(field + depth, () -> toQuery(query).count());
            refused(field + depth, () -> toQuery(query).singleResult());
            refused(field + depth, () -> filters.list(filter, toQuery(query)));
            refused(field + depth, () -> filters.count(filter, toQuery(query)));
            refused(field + depth, () -> filters.singleResult(filter, toQuery(query)));
            refused(
                    field + depth,
                    () -> filters.saveFilter(filters.newTaskFilter("hostile").setQuery(toQuery(query))));
        });
        assertThat(WRITTEN).doesNotExist();
        assertThat(filters.createFilterQuery().filterName("hostile").count()).isZero();
    }

    /** A row that was stored before expressions were refused, or past the program. */
    @Test
    void aStoredExpressionIsNotEvaluated() {
        var filters = engine.getFilterService();
        var filter = filters.saveFilter(filters.newTaskFilter("hostile")
                        .setQuery(engine.getTaskService().createTaskQuery()))
                .getId();
        eachQuery((field, depth, expression) -> {
            var stored = stored(field, depth, expression);
            assertThat(database.update("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?", stored, filter))
                    .isEqualTo(1);
            var failure = catchThrowable(() -> filters.list(filter));
            if (depth <= 2) {
                // Deeper ones are no part of the statement, and nobody looks at them.
                assertThat(causesOf(failure)).as(stored).hasAtLeastOneElementOfType(BadUserRequestException.class);
            }
        });
        filters.deleteFilter(filter);
        assertThat(WRITTEN).doesNotExist();
    }

    @Test
    void noRoleHasAnExpressionEvaluatedAtAnyEndpoint() {
        var requests = requests();
        var roles = Role.values().length;
        // Each request comes to each endpoint from another role, and each role makes each call.
        knock((endpoint, role, number) -> number % roles == (role.ordinal() + endpoint) % roles, requests);
    }

    @Tag("full")
    @Test
    void noRoleHasAnyExpressionEvaluatedAtAnyEndpoint() {
        knock((endpoint, role, number) -> true, requests());
    }

    private interface Choice {

        boolean takes(int endpoint, Role role, int request);
    }

    private void knock(Choice choice, List<Request> requests) {
        var account = sandbox().create(Kind.PROSEWARE);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        var stranger = sandbox().create(Kind.FABRIKAM).owner();
        var subject = new Subject(account, stranger, task.id(), "", "", "");
        var filters = engine.getFilterService().createFilterQuery().list();
        var served = new ArrayList<String>();
        for (var endpoint = 0; endpoint < ENDPOINTS.size(); endpoint++) {
            for (var role : EnumSet.allOf(Role.class)) {
                for (var number = 0; number < requests.size(); number++) {
                    if (choice.takes(endpoint, role, number)) {
                        var request = requests.get(number);
                        var filter = filters.get(number % filters.size()).getId();
                        var reply = send(ENDPOINTS.get(endpoint), subject.userIdOf(role), request, filter);
                        if (reply.status() < 400 || reply.status() > 499) {
                            served.add(role + ": " + reply);
                        }
                    }
                }
            }
        }
        assertThat(served).isEmpty();
        assertThat(WRITTEN).doesNotExist();
    }

    private Reply send(String endpoint, String user, Request request, String filter) {
        var call = request.call();
        var path = endpoint + call.path().replace("{id}", filter);
        var body = call.verb().equals("GET")
                ? null
                : Visitor.json(
                        call.bodyOf(HostileQueries.query(request.field(), request.expression(), request.depth())));
        if (body == null) {
            path += "?" + request.field() + "="
                    + java.net.URLEncoder.encode(request.expression(), java.nio.charset.StandardCharsets.UTF_8);
        }
        if (!endpoint.equals(Browser.ENGINE)) {
            return program().as(user).send(call.verb(), path, body, Map.of());
        }
        return user == null
                ? program().anonymous().send(call.verb(), path, body, Map.of())
                : program().openBrowserOf(user).send(call.verb(), path, body);
    }

    private static List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (var expression : EXPRESSIONS) {
            for (var field : HostileQueries.fields()) {
                HostileQueries.callsWithParameters()
                        .forEach(call -> requests.add(new Request(call, field, 1, expression)));
                for (var depth = 1; depth <= HostileQueries.DEEPEST; depth++) {
                    for (var call : HostileQueries.callsWithBody()) {
                        requests.add(new Request(call, field, depth, expression));
                    }
                }
            }
        }
        return requests;
    }

    private interface EachQuery {

        void of(String field, int depth, String expression);
    }

    private static void eachQuery(EachQuery work) {
        for (var expression : EXPRESSIONS) {
            for (var field : HostileQueries.fields()) {
                IntStream.rangeClosed(1, HostileQueries.DEEPEST).forEach(depth -> work.of(field, depth, expression));
            }
        }
    }

    private TaskQuery toQuery(Map<String, Object> query) {
        var json = new ObjectMapper();
        var read = json.convertValue(query, TaskQueryDto.class);
        read.setObjectMapper(json);
        return read.toQuery(engine);
    }

    private static void refused(String what, ThrowingCallable call) {
        assertThat(causesOf(catchThrowable(call)))
                .as(what)
                .hasAtLeastOneElementOfType(ExpressionNotAllowedException.class);
    }

    /** The engine stores an expression under the name of the method that takes its value. */
    private String stored(String field, int depth, String expression) {
        var query = (AbstractQuery<?, ?>) toQuery(Map.of(field, expression));
        var method = query.getExpressions().keySet().iterator().next();
        return Visitor.json(HostileQueries.query(method + "Expression", expression, depth));
    }

    private static Stream<Throwable> causesOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
