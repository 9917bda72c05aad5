package io.accountmigration.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/**
 * Ends a session from a script's call, whose answer cannot lead the browser anywhere: the emptied session remembers
 * where its next page has to lead first, so that it ends at the sign-in server as well.
 */
final class UnfinishedFarewell implements LogoutHandler {

    private static final String ADDRESS = UnfinishedFarewell.class.getName();

    private final LogoutHandler signOut;
    private final String address;

    UnfinishedFarewell(String address) {
        var forget = new SecurityContextLogoutHandler();
        forget.setInvalidateHttpSession(false);
        this.signOut = forget;
        this.address = address;
    }

    static Optional<String> takeFrom(HttpServletRequest request) {
        var session = request.getSession(false);
        var address = session == null ? null : (String) session.getAttribute(ADDRESS);
        if (address != null) {
            session.removeAttribute(ADDRESS);
        }
        return Optional.ofNullable(address);
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
