package io.accountmigration.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Keeps answers out of every cache. The framework's own writer leaves what is there, and the engine's applications allow
 * that browsers keep their answers.
 */
final class NoStoreHeaderWriter implements HeaderWriter {

    private static final String NO_STORE = CacheControl.noStore().getHeaderValue();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }
}
