package io.accountmigration.web.api;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.accountmigration.campaign.readiness.SelectionRefused;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestRefused;
import java.util.Locale;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns what stopped a call into its problem, also where other exceptions are wrapped around it. What is not named here
 * is forwarded to the one error page, which answers calls with a problem as well.
 */
@RestControllerAdvice(annotations = ApiController.class)
class ApiExceptionHandler {

    private final ProblemFactory problems;

    ApiExceptionHandler(ProblemFactory problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RequestRefused refused, Locale locale) {
        return answer(problems.of(refused, locale));
    }

    @ExceptionHandler
    ResponseEntity<RejectedRowsProblem> refused(SelectionRefused refused, Locale locale) {
        var problem = problems.of(refused, locale);
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new RejectedRowsProblem(problem, refused.rows()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(OutsideUnavailable unavailable, Locale locale) {
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(problems.retryAfterSeconds(unavailable)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(unavailable, locale));
    }

    @ExceptionHandler({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    ResponseEntity<Problem> busy(Locale locale) {
        return answer(problems.of("BUSY", 409, "", locale));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        return answer(problems.of("REQUEST_INVALID", 400, mismatch.getName(), locale));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getCause() instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return answer(problems.of(
                    "INPUT_MALFORMED", 400, nameOf(mismatch.getPath().get(0)), locale));
        }
        return answer(problems.of("BODY_UNREADABLE", 400, "", locale));
    }

    private static String nameOf(Reference field) {
        return String.valueOf(field.getFieldName());
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
