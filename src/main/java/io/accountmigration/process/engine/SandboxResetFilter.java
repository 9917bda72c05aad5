package io.accountmigration.process.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/** Lets the sandbox go back to its first day only together with the cases: nothing of the old world works on in the new. */
final class SandboxResetFilter extends OncePerRequestFilter {

    /** After the security chains: only who may reset the sandbox gets here. */
    private static final int ORDER = 0;

    /** Filters are made before the engine. */
    private final ObjectProvider<SandboxEngine> engine;

    private final ObjectProvider<SandboxCases> cases;

    private SandboxResetFilter(ObjectProvider<SandboxEngine> engine, ObjectProvider<SandboxCases> cases) {
        this.engine = engine;
        this.cases = cases;
    }

    /** Puts it in front of the sandbox's own call. */
    @Configuration(proxyBeanMethods = false)
    @Profile("sandbox")
    static class Registration {

        @Bean
        FilterRegistrationBean<SandboxResetFilter> sandboxReset(
                ObjectProvider<SandboxEngine> engine, ObjectProvider<SandboxCases> cases) {
            var filter = new FilterRegistrationBean<>(new SandboxResetFilter(engine, cases));
            filter.addUrlPatterns("/sandbox/reset");
            filter.setOrder(ORDER);
            return filter;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var halted = engine.getObject().halt()) {
            chain.doFilter(request, response);
            cases.getObject().forget();
        } catch (ResponseStatusException busy) {
            response.sendError(busy.getStatusCode().value());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }
}
