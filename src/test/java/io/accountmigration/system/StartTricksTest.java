package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine offers to start a process in the middle or without its listeners; no such start passes the claim. */
class StartTricksTest extends WholeProgramTest {

    private static final List<Map<String, Object>> AT_THE_MOVE =
            List.of(Map.of("type", "startBeforeActivity", "activityId", "serviceTask_lockPublisher"));

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void aMigrationStartsAtItsBeginning(Door door) {
        for (var trick : List.of(
                Map.of("startInstructions", AT_THE_MOVE),
                Map.of("startInstructions", AT_THE_MOVE, "skipCustomListeners", true, "skipIoMappings", true))) {
            var account = sandbox().create(Kind.CONTOSO);

            var refusal = start(door, account, trick);

            Refusals.requireProblem(refusal, 400, "START_NOT_SUPPORTED");
            assertThat(cases().instances(account.publisherId())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void listenersCannotBeLeftOut(Door door) {
        var account = sandbox().create(Kind.CONTOSO);

        var reply = start(door, account, Map.of("skipCustomListeners", true));

        if (reply.isSuccess()) {
            assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED");
        } else {
            Refusals.requireProblem(reply);
            assertThat(cases().instances(account.publisherId())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE_REST", "WEB_APPLICATIONS"})
    void theStartFormIsNoOtherWayIn(Door door) {
        var account = sandbox().create(Kind.CONTOSO);
        var stranger = sandbox().create(Kind.CONTOSO).owner();
        var submit = "/process-definition/key/account-migration/submit-form";
        var body = Map.of("businessKey", account.publisherId(), "variables", Map.of());

        Refusals.requireProblem(door.call(program(), stranger, "POST", submit, body), 403, "NOT_OWNER");
        assertThat(cases().instances(account.publisherId())).isZero();
    }

    private Reply start(Door door, Account account, Map<String, ?> trick) {
        var body = new java.util.HashMap<String, Object>(trick);
        body.put("businessKey", account.publisherId());
        return door.call(program(), account.owner(), "POST", "/process-definition/key/account-migration/start", body);
    }
}
