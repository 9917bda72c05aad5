package io.accountmigration.web.filter;

import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutsideCallScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of the calls to outside systems that a request leads to that a person waits for them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class CallPriorityFilter extends OncePerRequestFilter {

    private final OutsideCallScope scope;

    CallPriorityFilter(OutsideCallScope scope) {
        this.scope = scope;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var failure = scope.at(CallPriority.CHECK, () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException failed) {
                return failed;
            }
        });
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof ServletException servlet) {
            throw servlet;
        }
    }
}
