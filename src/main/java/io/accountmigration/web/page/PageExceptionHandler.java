package io.accountmigration.web.page;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.RequestRefused;
import io.accountmigration.web.WebappPaths;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page of its own why a page cannot be shown. */
@ControllerAdvice(annotations = PageController.class)
class PageExceptionHandler {

    private final ProblemFactory problems;
    private final WebappPaths webapp;

    PageExceptionHandler(ProblemFactory problems, WebappPaths webapp) {
        this.problems = problems;
        this.webapp = webapp;
    }

    @ExceptionHandler
    ModelAndView refused(RequestRefused refused, Caller caller, Locale locale) {
        return page(problems.of(refused, locale), caller);
    }

    @ExceptionHandler
    ModelAndView unavailable(
            OutsideUnavailable unavailable, Caller caller, Locale locale, HttpServletResponse response) {
        var seconds = String.valueOf(problems.retryAfterSeconds(unavailable));
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        return page(problems.of(unavailable, locale), caller).addObject("again", true);
    }

    @ExceptionHandler
    ModelAndView invalid(MethodArgumentTypeMismatchException mismatch, Caller caller, Locale locale) {
        return page(problems.of("REQUEST_INVALID", 400, mismatch.getName(), locale), caller);
    }

    private ModelAndView page(Problem problem, Caller caller) {
        return new ModelAndView(
                "problem",
                Map.of("problem", problem, "viewer", new Viewer(caller), "webapp", webapp),
                HttpStatusCode.valueOf(problem.status()));
    }
}
