package io.accountmigration.web.signin;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matches requests by path whichever servlet serves them; the framework's own shorthand knows only one servlet. */
final class PathMatchers {

    private static final PathPatternRequestMatcher.Builder ANY_SERVLET = PathPatternRequestMatcher.withDefaults();

    private PathMatchers() {}

    static RequestMatcher of(String... patterns) {
        return new OrRequestMatcher(
                Stream.of(patterns).<RequestMatcher>map(ANY_SERVLET::matcher).toList());
    }

    static RequestMatcher post(String pattern) {
        return ANY_SERVLET.matcher(HttpMethod.POST, pattern);
    }
}
