package io.accountmigration.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the web applications the nonce that its own header names. They keep it in the servlet context, which
 * all requests share: a call that passes between header and page leaves a page whose scripts the browser refuses to run,
 * and somebody in front of a spinner that never ends.
 */
final class PerRequestNonceFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new WithOwnNonce(request), response);
    }

    private static final class WithOwnNonce extends HttpServletRequestWrapper {

        private final ServletContext context;

        WithOwnNonce(HttpServletRequest request) {
            super(request);
            var factory = new ProxyFactory(ServletContext.class, new Nonce());
            factory.setTarget(request.getServletContext());
            context = (ServletContext) factory.getProxy();
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }
    }

    /** Answers for the one attribute, and hands everything else on. */
    private static final class Nonce implements MethodInterceptor {

        private Object value;

        @Override
        public Object invoke(MethodInvocation call) throws Throwable {
            var arguments = call.getArguments();
            if (arguments.length == 0 || !ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                return call.proceed();
            }
            return switch (call.getMethod().getName()) {
                case "setAttribute" -> {
                    value = arguments[1];
                    yield null;
                }
                case "getAttribute" -> value;
                default -> call.proceed();
            };
        }
    }
}
