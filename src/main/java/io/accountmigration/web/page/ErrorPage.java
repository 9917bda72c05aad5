package io.accountmigration.web.page;

import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.web.WebappPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where every request ends that nothing else has answered: people get a page, programs a problem, and nobody any
 * internals. The failure itself has been logged by then.
 */
@Controller
class ErrorPage implements ErrorController {

    private static final Set<String> PROGRAMS_CALL = Set.of("api", "engine-rest", "v3", "actuator", "sandbox");

    /** What links and forms in browsers use. */
    private static final Set<String> VERBS_OF_PAGES = Set.of("GET", "HEAD", "POST");

    private final ProblemFactory problems;
    private final WebappPaths webapp;

    ErrorPage(ProblemFactory problems, WebappPaths webapp) {
        this.problems = problems;
        this.webapp = webapp;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request, Locale locale) {
        var problem = problemOf(request, locale);
        if (isFromAProgram(request)) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return new ModelAndView("problem", Map.of("problem", problem), HttpStatusCode.valueOf(problem.status()));
    }

    private Problem problemOf(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            return problems.of("INPUT_TOO_LONG", HttpServletResponse.SC_BAD_REQUEST, "body", locale);
        }
        return problems.ofStatus(
                status, request.getMethod(), String.valueOf(request.getAttribute(ERROR_REQUEST_URI)), locale);
    }

    private boolean isFromAProgram(HttpServletRequest request) {
        var address = String.valueOf(request.getAttribute(ERROR_REQUEST_URI));
        var parts = address.split("/", 3);
        var accept = request.getHeader("Accept");
        return (parts.length > 1 && PROGRAMS_CALL.contains(parts[1]))
                || address.startsWith(webapp.base() + "/api/")
                || !VERBS_OF_PAGES.contains(request.getMethod())
                || accept == null
                || Stream.of("text/html", "*/*").noneMatch(accept::contains);
    }
}
