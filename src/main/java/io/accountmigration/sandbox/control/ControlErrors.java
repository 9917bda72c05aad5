package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.data.Refusal;
import org.hibernate.exception.DataException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers a wrong control call with its reason. */
@RestControllerAdvice(basePackageClasses = ControlErrors.class)
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ControlErrors {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return problem(refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return problem(
                unreadable.getMostSpecificCause() instanceof Refusal refusal
                        ? refusal
                        : new Refusal(400, "BODY_MALFORMED", "The body is no JSON of the expected shape."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(HttpMediaTypeNotSupportedException unsupported) {
        return problem(new Refusal(415, "BODY_MALFORMED", "The body must be application/json."));
    }

    @ExceptionHandler({DataIntegrityViolationException.class, DataException.class})
    ResponseEntity<ProblemDetail> tooLong() {
        return problem(new Refusal(400, "BODY_MALFORMED", "A value is too long, or used by another publisher."));
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<ProblemDetail> wrongParameter() {
        return problem(new Refusal(400, "PARAMETER_MALFORMED", "A query parameter is missing or malformed."));
    }

    private static ResponseEntity<ProblemDetail> problem(Refusal refusal) {
        var status = HttpStatusCode.valueOf(refusal.status());
        var problem = ProblemDetail.forStatusAndDetail(status, refusal.getMessage());
        problem.setProperty("code", refusal.code());
        return ResponseEntity.status(status).body(problem);
    }
}
