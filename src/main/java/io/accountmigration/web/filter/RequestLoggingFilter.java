package io.accountmigration.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names correlation id and publisher in every line that a request logs. The caller's own correlation id is kept where it
 * has a plain form; the answer says which one it was.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class RequestLoggingFilter extends OncePerRequestFilter {

    /** The header of requests and answers that names a call. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String CORRELATION = "correlationId";
    private static final String PUBLISHER = "publisherId";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern ABOUT_PUBLISHER =
            Pattern.compile("(?:/api)?/(?:publishers|migrations)/([A-Za-z0-9._-]{1,100})(?:/.*)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var correlation = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> PLAIN.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put(CORRELATION, correlation);
        var publisher = ABOUT_PUBLISHER.matcher(request.getRequestURI());
        if (publisher.matches()) {
            MDC.put(PUBLISHER, publisher.group(1));
        }
        response.setHeader(HEADER, correlation);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CORRELATION);
            MDC.remove(PUBLISHER);
        }
    }
}
