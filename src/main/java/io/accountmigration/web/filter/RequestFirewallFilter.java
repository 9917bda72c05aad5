package io.accountmigration.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that no honest client sends, before anything else reads them: paths in a roundabout spelling, U+0000,
 * bodies of no certain type, and HTTP Basic credentials that a browser adds to another site's request.
 */
@Component
@Order(RequestFirewallFilter.ORDER)
public class RequestFirewallFilter extends OncePerRequestFilter {

    /** After the log has its correlation id, before the security chains and every other filter that reads the path. */
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    /** The fixed part of a path consists of these alone, and nothing in an id needs them to be encoded. */
    private static final Pattern ENCODED_LETTER = Pattern.compile("%(2[DdEe]|3\\d|[46][1-9A-Fa-f]|[57][\\dAa]|5[Ff])");

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
    private final ProblemResponses problems;

    RequestFirewallFilter(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOdd(request)) {
            // The error page would be refused as well: the same request leads there.
            problems.write(
                    "REQUEST_INVALID",
                    HttpServletResponse.SC_BAD_REQUEST,
                    request.getMethod() + " " + request.getRequestURI(),
                    request,
                    response);
        } else if (isOfWildcardType(request)) {
            problems.write(
                    "MEDIA_TYPE_NOT_SUPPORTED", HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "", request, response);
        } else if (isBasicFromAnotherSite(request)) {
            problems.write("NOT_ALLOWED", HttpServletResponse.SC_FORBIDDEN, "", request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isOdd(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException rejected) {
            return true;
        }
        return ENCODED_LETTER.matcher(request.getRequestURI()).find()
                || texts(request.getParameterMap()).anyMatch(RequestFirewallFilter::holdsNul)
                || credentialsHoldNul(request);
    }

    private static Stream<String> texts(Map<String, String[]> parameters) {
        return Stream.concat(
                parameters.keySet().stream(), parameters.values().stream().flatMap(Stream::of));
    }

    private boolean credentialsHoldNul(HttpServletRequest request) {
        try {
            var credentials = basic.convert(request);
            return credentials != null
                    && (holdsNul(credentials.getName()) || holdsNul((String) credentials.getCredentials()));
        } catch (BadCredentialsException unreadable) {
            // For the security chain to answer.
            return false;
        }
    }

    /** A browser adds stored credentials also to requests that other sites trigger; programs send no such header. */
    private static boolean isBasicFromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var authorization = request.getHeader("Authorization");
        return site != null
                && !OWN_SITE.contains(site)
                && authorization != null
                && authorization.regionMatches(true, 0, "Basic", 0, "Basic".length());
    }

    /** A body has one type; frameworks fail at a range of types. */
    private static boolean isOfWildcardType(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getContentType()).stream().anyMatch(type -> !type.isConcrete());
        } catch (InvalidMediaTypeException unreadable) {
            // For the endpoint to answer.
            return false;
        }
    }

    private static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
