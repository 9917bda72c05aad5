package io.accountmigration.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.ProblemFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class EngineCallFilterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CLAIMS = List.of(
            "/engine-rest/task/1/claim",
            "/engine-rest/engine/default/task/1/claim",
            "/camunda/api/engine/engine/default/task/1/claim");
    private static final List<String> RETRIES = List.of(
            "/engine-rest/job/1/retries",
            "/engine-rest/engine/default/job/1/retries/",
            "/camunda/api/engine/engine/default/job/1/retries");
    private static final String LIST = "/camunda/api/engine/engine/default/filter/1/list";

    private MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain engine = new MockFilterChain();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHER_USER, GET,  /engine-rest/task/1",
        "PUBLISHER_USER, GET,  /engine-rest/task/1/",
        "PUBLISHER_USER, GET,  /engine-rest/engine/default/task/1",
        "PUBLISHER_USER, GET,  /engine-rest/task/a%40b",
        "AUDITOR,        GET,  /camunda/api/engine/engine/default/user/owner%40contoso.com/profile",
        "AUDITOR,        GET,  /camunda/api/engine/engine/",
        "OPERATOR,       GET,  /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "ADMINISTRATOR,  GET,  /camunda/api/engine/engine/default/authorization",
        "SERVICE,        GET,  /engine-rest/process-instance/1",
        "PUBLISHER_USER, HEAD, /engine-rest/task",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/owners-of-something-else",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/user/owner%40contoso.com",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/camunda-admin/members/admin",
        "PUBLISHER_USER, OPTIONS, /camunda/api/engine/engine/default/filter",
    })
    void whatIsInTheTableReachesTheEngine(Role role, String method, String path) throws Exception {
        send(role, method, path, null, null);

        assertThat(engine.getRequest()).as(response.getContentAsString()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHER_USER, GET,    /engine-rest/task/1/variables",
        "PUBLISHER_USER, POST,   /engine-rest/task",
        "PUBLISHER_USER, DELETE, /engine-rest/task/1",
        "PUBLISHER_USER, HEAD,   /engine-rest/task/1/claim",
        "SERVICE,        HEAD,   /engine-rest/task",
        "SERVICE,        OPTIONS, /engine-rest/task",
        "PUBLISHER_USER, OPTIONS, /engine-rest/task/1/variables",
        "PUBLISHER_USER, TRACE,  /engine-rest/task",
        "PUBLISHER_USER, GET,    /engine-rest/engine/other/task",
        "PUBLISHER_USER, GET,    /engine-rest//task",
        "PUBLISHER_USER, GET,    /engine-rest/task//",
        "PUBLISHER_USER, GET,    /engine-rest/",
        "PUBLISHER_USER, GET,    /camunda/api/engine/engine/default/task/1/variables",
        "AUDITOR,        GET,    /engine-rest/task",
        "SERVICE,        GET,    /engine-rest/process-instance",
        "SERVICE,        GET,    /engine-rest/process-instance/count",
        "SERVICE,        POST,   /engine-rest/process-definition/key/mail-delivery/start",
        "OPERATOR,       GET,    /engine-rest/task/count",
        "OPERATOR,       DELETE, /engine-rest/process-instance/1",
        "OPERATOR,       POST,   /engine-rest/job/1/execute",
        "ADMINISTRATOR,  POST,   /engine-rest/deployment/create",
        "ADMINISTRATOR,  POST,   /camunda/api/engine/engine/default/deployment/create",
        "ADMINISTRATOR,  POST,   /camunda/api/admin/setup/default/user/create",
        "ADMINISTRATOR,  GET,    /engine-rest/task",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/owners",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/operators",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/auditors/",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/services",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/camunda-admin",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/user/camunda-admin",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/user/camunda-admin/",
        "ADMINISTRATOR,  DELETE, /camunda/api/engine/engine/default/group/camunda-admin/members/camunda-admin",
    })
    void whatIsNotInTheTableForTheRoleDoesNot(Role role, String method, String path) throws Exception {
        send(role, method, path, null, null);

        requireRefused(403, "CALL_NOT_OPEN");
        assertThat(problem().has("message")).isEqualTo(path.startsWith("/camunda"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISHER_USER, /engine-rest/task,         'GET, HEAD, OPTIONS'",
        "PUBLISHER_USER, /engine-rest/task/1/claim, 'OPTIONS, POST'",
        "OPERATOR,       /camunda/api/engine/engine/default/task, 'GET, HEAD, OPTIONS, POST'",
        "ADMINISTRATOR,  /camunda/api/engine/engine/default/group/x, 'DELETE, GET, HEAD, OPTIONS, PUT'",
    })
    void optionsListTheMethodsThatAreOpenToTheRole(Role role, String path, String methods) throws Exception {
        send(role, "OPTIONS", path, null, null);

        assertThat(engine.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getHeader("Allow")).isEqualTo(methods);
    }

    @Test
    void whoHasNoRoleReachesNothing() throws Exception {
        filter(request("GET", "/camunda/api/engine/engine", null, null));

        requireRefused(403, "CALL_NOT_OPEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"orQueries\":[{\"assignee\":\"x\"}]}                                        | QUERY_NOT_SUPPORTED",
                "{\"taskVariables\":[{\"name\":\"a\",\"is\":1}]}                               | QUERY_NOT_SUPPORTED",
                "{\"assignee\":{\"a\":1}}                                                      | QUERY_NOT_SUPPORTED",
                "{\"assigneeExpression\":\"${1+1}\"}                                           | EXPRESSION_NOT_ALLOWED",
                "{\"assignee\\u0045xpression\":\"${1+1}\"}                                     | EXPRESSION_NOT_ALLOWED",
                "{\"orQueries\":[{\"assigneeExpression\":\"x\"}]}                              | EXPRESSION_NOT_ALLOWED",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"x\"}]}]}           | EXPRESSION_NOT_ALLOWED",
                "{\"taskVariables\":[{\"name\":\"a\",\"value\":{\"ownerExpression\":\"x\"}}]}  | EXPRESSION_NOT_ALLOWED",
                "{\"maxResults\":-1}                                                           | NUMBER_OUT_OF_RANGE",
                "{\"maxResults\":2001}                                                         | NUMBER_OUT_OF_RANGE",
                "{\"maxResults\":1.5}                                                          | NUMBER_OUT_OF_RANGE",
                "{\"firstResult\":-9}                                                          | NUMBER_OUT_OF_RANGE",
                "{\"firstResult\":99999999999}                                                 | NUMBER_OUT_OF_RANGE",
                "{\"assignee\":\"a\\u0000b\"}                                                  | REQUEST_INVALID",
                "{\"assignee\":[\"a\"]}                                                        | REQUEST_INVALID",
                "{\"assignee\":\"\\ud800\"}                                                    | REQUEST_INVALID",
                "{\"assignee\":\"a\",\"assignee\":\"b\"}                                       | BODY_UNREADABLE",
                "{\"assignee\":\"a\"} {}                                                       | BODY_UNREADABLE",
                "{\"assignee\":                                                                | BODY_UNREADABLE",
                "{\"sorting\":[null]}                                                          | REQUEST_INVALID",
                "{\"taskVariables\":[{\"name\":\"a\",\"value\":[null]}]}                       | REQUEST_INVALID",
                "{\"caseInstanceVariables\":[null]}                                            | REQUEST_INVALID",
                "``                                                                            | BODY_UNREADABLE",
                "null                                                                          | BODY_UNREADABLE",
                "[]                                                                            | BODY_UNREADABLE",
                "\"text\"                                                                      | BODY_UNREADABLE",
            })
    void whatAQueryMayNotHoldIsRefused(String body, String code) throws Exception {
        send(Role.PUBLISHER_USER, "POST", LIST, null, body);

        requireRefused(400, code);
    }

    @ParameterizedTest
    @CsvSource({
        "maxResults=-5, NUMBER_OUT_OF_RANGE",
        "maxResults=2001, NUMBER_OUT_OF_RANGE",
        "maxResults=ten, NUMBER_OUT_OF_RANGE",
        "maxResults=, NUMBER_OUT_OF_RANGE",
        "maxResults=1&maxResults=99999, NUMBER_OUT_OF_RANGE",
        "firstResult=-9, NUMBER_OUT_OF_RANGE",
        "%6daxResults=-5, NUMBER_OUT_OF_RANGE",
        "assignee=a%00b, REQUEST_INVALID",
        "assignee=%zz, REQUEST_INVALID",
        "variables=workEmail_like_%25, QUERY_NOT_SUPPORTED",
        "processVariables=workEmail_like_%25, QUERY_NOT_SUPPORTED",
        "assigneeExpression=$%7B1%2B1%7D, EXPRESSION_NOT_ALLOWED",
    })
    void whatAParameterMayNotSayIsRefused(String query, String code) throws Exception {
        send(Role.PUBLISHER_USER, "GET", "/engine-rest/task", query, null);

        requireRefused(400, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/engine-rest/process-instance/1/suspended | {}",
                "/engine-rest/process-instance/1/suspended | {\"suspended\":null}",
            })
    void whatACallCannotDoWithoutMustBeThere(String path, String body) throws Exception {
        send(Role.OPERATOR, "PUT", path, null, body);

        requireRefused(400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "null", "0", "-1", "11", "2147483647", "99999999999", "1.5", "1e0", "\"3\"", "true", "\"\""
            })
    void aStepGetsAtLeastOneRetryAndNoEndlessOnes(String retries) throws Exception {
        for (var endpoint : RETRIES) {
            for (var role : List.of(Role.OPERATOR, Role.ADMINISTRATOR)) {
                response = new MockHttpServletResponse();
                if (role == Role.OPERATOR || endpoint.startsWith("/camunda")) {
                    send(
                            role,
                            "PUT",
                            endpoint,
                            null,
                            retries.startsWith("{") ? retries : "{\"retries\":" + retries + "}");

                    requireRefused(400, "NUMBER_OUT_OF_RANGE");
                    assertThat(problem().path("detail").asText()).contains("retries: 1 to 10");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void anOperatorGivesAStepSomeRetries(int retries) throws Exception {
        for (var endpoint : RETRIES) {
            engine.reset();
            send(Role.OPERATOR, "PUT", endpoint, null, "{\"retries\":" + retries + "}");

            assertThat(engine.getRequest()).as(response.getContentAsString()).isNotNull();
        }
    }

    @Test
    void listsAreAsLongAsPeopleNeedThem() throws Exception {
        var path = "/camunda/api/cockpit/plugin/base/default/incident";
        send(Role.OPERATOR, "POST", path, null, "{\"activityIdIn\":[" + "\"a\",".repeat(200) + "\"a\"]}");

        requireRefused(400, "REQUEST_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void onlyJsonIsRead(String type) throws Exception {
        signIn(Role.PUBLISHER_USER);
        var request = request("POST", LIST, null, "{}");
        request.setContentType(type);

        filter(request);

        requireRefused(415, "MEDIA_TYPE_NOT_SUPPORTED");
    }

    @Test
    void theEngineReadsWhatWasChecked() throws Exception {
        send(
                Role.PUBLISHER_USER,
                "POST",
                LIST,
                "firstResult=0",
                "{ \"assignee\" : \"\\u00e9\", \"sorting\": [{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}] }");

        var read = (CheckedRequest) engine.getRequest();
        assertThat(read.getQueryString()).isEqualTo("firstResult=0&maxResults=" + CallLimits.LARGEST_PAGE);
        assertThat(new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"assignee\":\"é\",\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
    }

    @Test
    void aCallWithoutABodyHasNone() throws Exception {
        send(Role.ADMINISTRATOR, "DELETE", "/camunda/api/engine/engine/default/group/x", null, "{\"id\":\"y\"}");

        assertThat(engine.getRequest().getInputStream().readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"userId\":\"owner@fabrikam.com\"} | 403 | USER_ID_OF_SOMEBODY_ELSE",
                "{\"userId\":\"operator\"}           | 403 | USER_ID_OF_SOMEBODY_ELSE",
                "{\"userId\":\"SOMEBODY\"}           | 403 | USER_ID_OF_SOMEBODY_ELSE",
                "{\"userId\":\"somebody \"}          | 403 | USER_ID_OF_SOMEBODY_ELSE",
                "{\"userId\":\"somebody\\u0001\"}    | 403 | USER_ID_OF_SOMEBODY_ELSE",
                "{\"userId\":\"somebody\\u0000\"}    | 400 | REQUEST_INVALID",
                "{\"userId\":\"\"}                   | 400 | INPUT_MALFORMED",
                "{\"userId\":\" \"}                  | 400 | INPUT_MALFORMED",
                "{\"userId\":5}                      | 400 | INPUT_MALFORMED",
                "{\"userId\":true}                   | 400 | INPUT_MALFORMED",
                "{\"userId\":null}                   | 400 | INPUT_MALFORMED",
                "{\"userId\":{}}                     | 400 | INPUT_MALFORMED",
                "{\"userId\":[\"somebody\"]}         | 400 | REQUEST_INVALID",
                "{}                                  | 400 | INPUT_MALFORMED",
                "``                                  | 400 | BODY_UNREADABLE",
                "null                                | 400 | BODY_UNREADABLE",
                "{\"userid\":\"somebody\"}           | 400 | QUERY_NOT_SUPPORTED",
                "{\"userId\":\"somebody\",\"userId\":\"x\"} | 400 | BODY_UNREADABLE",
            })
    void aTaskIsClaimedForOneselfOnly(String body, int status, String code) throws Exception {
        for (var endpoint : CLAIMS) {
            for (var role : List.of(Role.PUBLISHER_USER, Role.OPERATOR)) {
                response = new MockHttpServletResponse();
                send(role, "POST", endpoint, null, body);

                requireRefused(status, code);
            }
        }
    }

    @Test
    void aUserIdIsNoLongerThanTheEngineStores() throws Exception {
        send(Role.OPERATOR, "POST", CLAIMS.get(0), null, "{\"userId\":\"" + "a".repeat(256) + "\"}");

        requireRefused(400, "INPUT_TOO_LONG");
    }

    @Test
    void whoClaimsForHimselfReachesTheEngine() throws Exception {
        for (var endpoint : CLAIMS) {
            engine.reset();
            send(Role.PUBLISHER_USER, "POST", endpoint, null, "{\"userId\":\"somebody\"}");

            assertThat(engine.getRequest()).as(response.getContentAsString()).isNotNull();
        }
    }

    private void send(Role role, String method, String path, String query, String body) throws Exception {
        signIn(role);
        filter(request(method, path, query, body));
    }

    private static void signIn(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("somebody", "", role.authority()));
    }

    private static MockHttpServletRequest request(String method, String path, String query, String body) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path.replaceFirst("(/engine-rest|/camunda/api/\\w+).*", "$1"));
        request.setQueryString(query);
        if (body != null) {
            request.setContentType("application/json;charset=UTF-8");
            request.setContent(body.getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private void filter(MockHttpServletRequest request) throws Exception {
        try (var context = new AnnotationConfigApplicationContext(ProblemFactory.class)) {
            new EngineCallFilter(EngineCalls.below("/camunda"), context.getBean(ProblemFactory.class), JSON)
                    .doFilter(request, response, engine);
        }
    }

    private JsonNode problem() throws IOException {
        return JSON.readTree(response.getContentAsByteArray());
    }

    private void requireRefused(int status, String code) throws IOException {
        assertThat(engine.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem().path("code").asText()).isEqualTo(code);
        assertThat(problem().path("detail").asText()).isNotBlank();
    }
}
