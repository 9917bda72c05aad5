package io.accountmigration.process.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.start.StartReading;
import io.accountmigration.process.migration.AccountMigrationModel;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has the portal asked before the engine begins the transaction of a start. */
final class ReadBeforeStartFilter extends OncePerRequestFilter {

    private static final Pattern START = Pattern.compile(
            ".*/process-definition/(key/)?" + AccountMigrationModel.PROCESS_ID + "(:[^/]*)?/(start|submit-form)");

    private final StartReading startReading;
    private final ObjectMapper json;

    ReadBeforeStartFilter(StartReading startReading, ObjectMapper json) {
        this.startReading = startReading;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !START.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The request has been checked; its body can be read again.
        var publisherId =
                json.readTree(request.getInputStream()).path("businessKey").textValue();
        try (var start = startReading.ahead(publisherId)) {
            chain.doFilter(request, response);
        }
    }
}
