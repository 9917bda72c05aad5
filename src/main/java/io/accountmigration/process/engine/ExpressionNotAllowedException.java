package io.accountmigration.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** An expression came in where the engine evaluates none: in a query, in a filter, or in a form it does not take. */
public class ExpressionNotAllowedException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    ExpressionNotAllowedException(String message) {
        super(message);
    }

    ExpressionNotAllowedException(String message, Throwable cause) {
        super(message, cause);
    }
}
