package io.accountmigration.web.filter;

import io.accountmigration.web.file.Csv;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request up to the one limit before anything parses it, at every endpoint, and refuses a longer one,
 * one with U+0000 and JSON beyond its limits. Forms have been read by then; the server bounds them with the same figure.
 */
@Component
@Order(RequestBodyFilter.ORDER)
class RequestBodyFilter extends OncePerRequestFilter {

    /** Right after the security chains, so that only callers who may send a body have theirs read. */
    static final int ORDER = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    private static final int LARGEST_BODY = 64 * 1024;

    /** What certain roles may send more of, and nobody else. */
    private record LongBody(RequestMatcher requests, int largest, List<String> roles) {

        static LongBody of(HttpMethod method, String path, int largest, String... roles) {
            return new LongBody(
                    PathPatternRequestMatcher.withDefaults().matcher(method, path), largest, List.of(roles));
        }

        boolean isOf(HttpServletRequest request) {
            return requests.matches(request) && roles.stream().anyMatch(request::isUserInRole);
        }
    }

    private static final int LIST_OF_ACCOUNTS = 20 * 1024 * 1024;
    private static final int ACCOUNT_WITH_USERS = 1024 * 1024;

    private static final List<LongBody> LONG_BODIES = List.of(
            LongBody.of(HttpMethod.POST, "/api/readiness-reports", LIST_OF_ACCOUNTS, "OPERATOR", "ADMIN"),
            LongBody.of(HttpMethod.POST, "/api/campaigns", LIST_OF_ACCOUNTS, "OPERATOR", "ADMIN"),
            LongBody.of(HttpMethod.PUT, "/sandbox/accounts/*", ACCOUNT_WITH_USERS, "ADMIN"));

    private final ProblemResponses problems;

    RequestBodyFilter(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var largest = largest(request);
        if (request.getContentLengthLong() > largest) {
            refuse("INPUT_TOO_LONG", request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(largest + 1);
        } catch (IOException brokenOff) {
            refuse("BODY_UNREADABLE", request, response);
            return;
        }
        if (body.length > largest) {
            refuse("INPUT_TOO_LONG", request, response);
        } else if (!isWithinLimits(body, typeOf(request))) {
            refuse("INPUT_MALFORMED", request, response);
        } else {
            chain.doFilter(new RequestWithBody(request, body), response);
        }
    }

    private void refuse(String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(code, HttpServletResponse.SC_BAD_REQUEST, "body", request, response);
    }

    private static int largest(HttpServletRequest request) {
        return LONG_BODIES.stream()
                .filter(longBody -> longBody.isOf(request))
                .findFirst()
                .map(LongBody::largest)
                .orElse(LARGEST_BODY);
    }

    private static String typeOf(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    }

    /** Lists for spreadsheets may be UTF-16, which is full of such bytes; their reader looks for the character. */
    private static boolean isWithinLimits(byte[] body, String type) throws IOException {
        if (type.contains("json")) {
            return JsonLimits.areKeptBy(body);
        }
        return type.startsWith(Csv.MEDIA_TYPE) || new String(body, StandardCharsets.ISO_8859_1).indexOf('\0') < 0;
    }
}
