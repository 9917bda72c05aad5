package io.accountmigration.process.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.accountmigration.migration.Problem;

/** A problem as the web applications show it to people: they know its {@code message} only. */
public record WebappProblem(@JsonUnwrapped Problem problem, String message) {

    /** Shows the detail of a problem. */
    public static WebappProblem of(Problem problem) {
        return new WebappProblem(problem, problem.detail());
    }
}
