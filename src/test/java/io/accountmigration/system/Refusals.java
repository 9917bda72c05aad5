package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;

/** What every refusal owes to who gets it: a problem with a status, a code and a sentence, and no internals. */
public final class Refusals {

    private Refusals() {}

    public static void requireProblem(Reply reply, int status, String code) {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
            softly.assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
        });
        requireProblem(reply);
    }

    /** Any refusal: the caller's fault, said as a problem. */
    public static void requireProblem(Reply reply) {
        assertThat(reply.header("Content-Type").orElse("none"))
                .as(reply.toString())
                .startsWith("application/problem+json");
        var problem = reply.json();
        for (var field : new String[] {"type", "title", "code", "detail"}) {
            assertThat(problem.path(field).asText()).as(field + " of " + reply).isNotBlank();
        }
        assertThat(problem.path("status").asInt()).as(reply.toString()).isEqualTo(reply.status());
        assertThat(problem.has("migration")).as(reply.toString()).isTrue();
        assertThat(reply.text()).doesNotContain("Exception", "org.camunda", "ENGINE-", "io.accountmigration");
    }

    /** A call that was turned away by whatever guards the endpoint: neither done nor stumbled over. */
    public static void requireRefused(String what, Reply reply) {
        assertThat(reply.status()).as(what + ": " + reply).isBetween(400, 499);
        assertThat(reply.text()).as(what).doesNotContain("Exception", "org.camunda", "\tat ");
    }

    public static void requireClosed(String what, Reply reply) {
        assertThat(reply.status()).as(what + ": " + reply).isIn(401, 403, 404);
    }
}
