package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine offers to start a process in the middle or without its listeners; no such start passes the claim. */
class StartTricksTest extends WholeProgramTest {

    private static final List<Map<String, Object>> AT_THE_MOVE =
            List.of(Map.of("type", "startBeforeActivity", "activityId", "serviceTask_lockPublisher"));

    @Test
    void aMigrationStartsAtItsBeginning() {
        requireNoStart(Endpoint.ENGINE_REST, Map.of("startInstructions", AT_THE_MOVE), "START_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void nothingElseCanBeAskedOfAStart(Endpoint endpoint) {
        for (var trick : List.of(
                Map.of("skipCustomListeners", true),
                Map.of("skipIoMappings", true),
                Map.of("caseInstanceId", "x"),
                Map.of("withVariablesInReturn", true))) {
            requireNoStart(endpoint, trick, "QUERY_NOT_SUPPORTED");
        }
    }

    private void requireNoStart(Endpoint endpoint, Map<String, ?> trick, String code) {
        var account = sandbox().create(Kind.CONTOSO);
        var body = new java.util.HashMap<String, Object>(trick);
        body.put("businessKey", account.publisherId());

        var refusal = endpoint.call(program(), account.owner(), "POST", endpoint.startResource(program()), body);

        Refusals.requireProblem(refusal, 400, code);
        assertThat(cases().instances(account.publisherId())).isZero();
    }
}
