package io.accountmigration.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Ends a session from a script's call, whose answer cannot lead the browser anywhere: the emptied session remembers
 * where its next pages have to lead, so that it ends at the sign-in server as well.
 */
final class DeferredProviderLogout implements LogoutHandler {

    private static final RequestMatcher SIGN_IN_PAGE = PathMatchers.of(PageSecurityChains.SIGN_IN);
    private static final String ADDRESS = DeferredProviderLogout.class.getName();

    private final LogoutHandler signOut;
    private final String address;

    DeferredProviderLogout(String address) {
        var forget = new SecurityContextLogoutHandler();
        forget.setInvalidateHttpSession(false);
        this.signOut = forget;
        this.address = address;
    }

    /** Where this session has to lead first; asked again where the browser breaks off and comes back. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(ADDRESS));
    }

    /** Somebody on the sign-in page has been there. */
    static void finish(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && SIGN_IN_PAGE.matches(request)) {
            session.removeAttribute(ADDRESS);
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        signOut.logout(request, response, signedIn);
        var session = request.getSession(false);
        if (session != null) {
            Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
            session.setAttribute(ADDRESS, address);
        }
    }
}
