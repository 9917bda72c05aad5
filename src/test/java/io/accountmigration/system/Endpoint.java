package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways into the program for people and programs who start migrations. */
enum Endpoint {
    /** The engine's REST interface. */
    ENGINE_REST {
        @Override
        Reply send(Program program, String caller, String method, String resource, String body) {
            return program.as(caller).send(method, "/engine-rest" + resource, body, Map.of());
        }
    },
    /** The same resources below the engine's web applications, for who is signed in there. */
    WEB_APPLICATIONS {
        @Override
        Reply send(Program program, String caller, String method, String resource, String body) {
            var reply = program.openBrowserOf(caller).send(method, Browser.ENGINE + resource, body);
            // Who lost the session is refused whatever he asks for, which would prove nothing.
            assertThat(reply.status()).as("still signed in: " + reply).isNotEqualTo(401);
            return reply;
        }

        /** Tasklist sends the start form of a definition. */
        @Override
        String startResource(Program program) {
            var definitions = program.openBrowserOf("operator")
                    .send("GET", Browser.ENGINE + "/process-definition?key=account-migration&latestVersion=true", null);
            return "/process-definition/"
                    + definitions.succeeded().json().path(0).path("id").asText() + "/submit-form";
        }

        @Override
        List<String> completions() {
            return List.of("/submit-form");
        }

        @Override
        List<String> readsOfATask() {
            return List.of("", "/form", "/form-variables", "/deployed-form", "/comment");
        }
    },
    /** Our own REST interface. */
    OURS {
        @Override
        Reply send(Program program, String caller, String method, String resource, String body) {
            return program.as(caller).send(method, "/api" + resource, body, Map.of());
        }

        @Override
        String startResource(Program program) {
            return "/migrations";
        }

        @Override
        Object startBody(Object publisherId, Object requestedBy) {
            return withoutNulls("publisherId", publisherId, "requestedBy", requestedBy);
        }
    };

    /** A call of a resource, given by its path after the endpoint. */
    abstract Reply send(Program program, String caller, String method, String resource, String body);

    Reply call(Program program, String caller, String method, String resource, Object body) {
        return send(program, caller, method, resource, Visitor.json(body));
    }

    /** Asks for a migration with values of any type. */
    Reply start(Program program, String caller, Object publisherId, Object requestedBy) {
        return call(program, caller, "POST", startResource(program), startBody(publisherId, requestedBy));
    }

    String startResource(Program program) {
        return "/process-definition/key/account-migration/start";
    }

    /** The calls by which a task is done, below its path. */
    List<String> completions() {
        return List.of("/complete", "/submit-form");
    }

    /** The calls that read a task, below its path. */
    List<String> readsOfATask() {
        return List.of("", "/form-variables");
    }

    Object startBody(Object publisherId, Object requestedBy) {
        var variables = requestedBy == null ? Map.of() : Map.of("requestedBy", Map.of("value", requestedBy));
        return withoutNulls("businessKey", publisherId, "variables", variables);
    }

    private static Map<String, Object> withoutNulls(String first, Object one, String second, Object other) {
        var body = new HashMap<String, Object>();
        if (one != null) {
            body.put(first, one);
        }
        if (other != null) {
            body.put(second, other);
        }
        return body;
    }
}
