package io.accountmigration.web.page;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.Problems;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.web.InvalidRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says on a page of its own why a page cannot be shown. */
@ControllerAdvice(assignableTypes = {HomePage.class, PublisherPage.class, MigrationPage.class, OperationsPage.class})
class PageProblems {

    private final Problems problems;

    PageProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    String refused(MigrationRefused refused, HttpServletResponse response, Model model, Locale locale) {
        return show(problems.of(refused, locale), response, model);
    }

    @ExceptionHandler
    String unavailable(OutsideUnavailable unavailable, HttpServletResponse response, Model model, Locale locale) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(problems.retryAfterSeconds(unavailable)));
        return show(problems.of(unavailable, locale), response, model);
    }

    @ExceptionHandler
    String invalid(InvalidRequest invalid, HttpServletResponse response, Model model, Locale locale) {
        return show(problems.of("REQUEST_INVALID", 400, invalid.part(), locale), response, model);
    }

    @ExceptionHandler
    String invalid(
            MethodArgumentTypeMismatchException mismatch, HttpServletResponse response, Model model, Locale locale) {
        return show(problems.of("REQUEST_INVALID", 400, mismatch.getName(), locale), response, model);
    }

    private static String show(Problem problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return "problem";
    }
}
