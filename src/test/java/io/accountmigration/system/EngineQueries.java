package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The lists that the engine's REST interface offers; who has no right to a thing must not find it in any of them. */
final class EngineQueries {

    static final List<String> ABOUT_TASKS = List.of(
            "/task",
            "/task/count",
            "/variable-instance",
            "/history/task",
            "/history/variable-instance",
            "/history/detail",
            "/history/user-operation",
            "/history/identity-link-log");

    static final List<String> ABOUT_INSTANCES = List.of(
            "/process-instance",
            "/process-instance/count",
            "/execution",
            "/event-subscription",
            "/job?processDefinitionKey=account-migration",
            "/job?messages=true",
            "/incident",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/incident",
            "/history/job-log");

    private EngineQueries() {}

    static void requireNothingFound(String what, Reply reply) {
        if (reply.status() == 403 || reply.status() == 404) {
            return;
        }
        assertThat(reply.status()).as(what + ": " + reply).isEqualTo(200);
        var found = reply.json();
        if (found.has("count")) {
            assertThat(found.path("count").asLong()).as(what).isZero();
        } else if (found.has("_embedded")) {
            assertThat(found.path("_embedded").findValues("id")).as(what).isEmpty();
        } else {
            assertThat(found.toString()).as(what).isIn("[]", "{\"_links\":{},\"_embedded\":{},\"count\":0}");
        }
    }
}
