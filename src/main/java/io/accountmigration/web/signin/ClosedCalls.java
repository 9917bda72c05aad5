package io.accountmigration.web.signin;

import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Calls of the engine's REST interface that nobody here needs; they are closed at each of its doors. */
final class ClosedCalls {

    private static final String[] CALLS = {
        // They end a task past its process, and take variables that no listener has looked at.
        "/task/*/bpmnError/**",
        "/task/*/bpmnEscalation/**",
        // Nobody delegates, and a task that comes back from nobody is nobody's.
        "/task/*/resolve/**",
        // No process waits for workers.
        "/external-task/fetchAndLock/**",
        "/external-task/*/*/**"
    };

    private ClosedCalls() {}

    static RequestMatcher behind(String... doors) {
        return Paths.of(Stream.of(doors)
                .flatMap(door -> Stream.of(CALLS).map(call -> door + call))
                .toArray(String[]::new));
    }
}
