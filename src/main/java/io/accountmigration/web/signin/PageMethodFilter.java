package io.accountmigration.web.signin;

import io.accountmigration.web.filter.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses at pages what no link and no form of a browser sends; a sign-in would change nothing about it. */
final class PageMethodFilter extends OncePerRequestFilter {

    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST");

    private final RequestMatcher pages;
    private final ProblemResponses problems;

    PageMethodFilter(RequestMatcher pages, ProblemResponses problems) {
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var verb = request.getMethod();
        if (pages.matches(request) && !VERBS.contains(verb)) {
            problems.write("METHOD_NOT_ALLOWED", HttpServletResponse.SC_METHOD_NOT_ALLOWED, verb, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
