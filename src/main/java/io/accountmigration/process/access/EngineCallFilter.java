package io.accountmigration.process.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only those calls reach the engine that the table of open calls opens to the caller's roles, and says to OPTIONS
 * which ones they are.
 */
final class EngineCallFilter extends OncePerRequestFilter {

    private final EngineCalls calls;
    private final ProblemFactory problems;
    private final ObjectMapper json;

    EngineCallFilter(EngineCalls calls, ProblemFactory problems, ObjectMapper json) {
        this.calls = calls;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var call = calls.find(request.getMethod(), path, rolesOfTheCaller());
        var methods = calls.methodsAt(path, rolesOfTheCaller());
        if (call.isEmpty() && request.getMethod().equals("OPTIONS") && !methods.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            return;
        }
        CheckedRequest checked;
        try {
            checked = CheckedRequest.of(
                    request,
                    call.orElseThrow(
                            () -> new EngineCallRefused("CALL_NOT_OPEN", HttpServletResponse.SC_FORBIDDEN, "")),
                    caller().map(Authentication::getName).orElse(""));
        } catch (EngineCallRefused refused) {
            answer(refused, request, response);
            return;
        }
        chain.doFilter(checked, response);
    }

    private static Optional<Authentication> caller() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
    }

    private static Set<Role> rolesOfTheCaller() {
        return caller().stream()
                .map(Authentication::getAuthorities)
                .flatMap(authorities -> authorities.stream().map(GrantedAuthority::getAuthority))
                .flatMap(authority -> Role.ofAuthority(authority).stream())
                .collect(Collectors.toSet());
    }

    private void answer(EngineCallRefused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = problems.of(refused.code(), refused.status(), refused.subject(), request.getLocale());
        response.setStatus(refused.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        var forPrograms = request.getServletPath().startsWith(EngineCalls.REST);
        json.writeValue(response.getOutputStream(), forPrograms ? problem : WebappProblem.of(problem));
    }
}
