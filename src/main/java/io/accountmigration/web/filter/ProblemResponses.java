package io.accountmigration.web.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Writes problems where no handler is at work: in front of the dispatcher. */
@Component
public class ProblemResponses {

    private final ProblemFactory problems;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    ProblemResponses(ProblemFactory problems, LocaleResolver locales, ObjectMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    /** Answers with the problem of this code, in the caller's language. */
    public void write(String code, int status, String subject, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = problems.of(code, status, subject, locales.resolveLocale(request));
        response.setStatus(status);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        json.writeValue(response.getOutputStream(), problem);
    }
}
