package io.accountmigration.web.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.web.CallerArgumentResolver;
import io.accountmigration.web.WebappPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tasklist translates its own words only. On their way to it, names of tasks, forms, and the reason why a task is back
 * are written in the language of the reader, which may differ from that of the case.
 */
@Component
class TaskTranslationAdvice extends OncePerRequestFilter {

    private static final int OK = HttpServletResponse.SC_OK;

    private final Pattern calls;
    private final ObjectMapper json;
    private final TaskTexts tasks;
    private final FindingTexts findings;
    private final ObjectProvider<ViewMigrations> migrations;

    /** Filters are made before the engine is; cases are asked for only when somebody reads a task. */
    TaskTranslationAdvice(
            WebappPaths webapp,
            ObjectMapper json,
            TaskTexts tasks,
            FindingTexts findings,
            ObjectProvider<ViewMigrations> migrations) {
        this.calls = Pattern.compile(Pattern.quote(webapp.base()) + "/api/engine/engine/[^/]+/(task|filter)(/.*)?");
        this.json = json;
        this.tasks = tasks;
        this.findings = findings;
        this.migrations = migrations;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !calls.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        var answer = kept.getStatus() == OK ? read(kept) : Optional.<JsonNode>empty();
        if (answer.isPresent()) {
            tasks.say(answer.get(), request.getLocale());
            sayReason(answer.get(), request);
            kept.resetBuffer();
            kept.getOutputStream().write(json.writeValueAsBytes(answer.get()));
        }
        kept.copyBodyToResponse();
    }

    private Optional<JsonNode> read(ContentCachingResponseWrapper kept) throws IOException {
        try {
            return Optional.of(json.readTree(kept.getContentAsByteArray())).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException somethingElse) {
            return Optional.empty();
        }
    }

    /** The variables of a task hold the reason in the language of the case. */
    private void sayReason(JsonNode variables, HttpServletRequest request) {
        if (variables.path("problemText").path("value").isTextual()
                && variables.path("publisherId").path("value").isTextual()) {
            var caller = CallerArgumentResolver.callerOf(request.getUserPrincipal());
            migrations
                    .getObject()
                    .latest(variables.path("publisherId").path("value").asText(), caller)
                    .problem()
                    .map(finding -> findings.text(finding, request.getLocale()))
                    .ifPresent(text -> ((ObjectNode) variables.path("problemText")).put("value", text));
        }
    }
}
