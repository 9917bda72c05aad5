package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** Two people open a page at the same time; the filter that writes the header is the web applications' own. */
class PerRequestNonceFilterTest {

    private final MockServletContext context = new MockServletContext();
    private final HttpHeaderSecurityFilter headers = new HttpHeaderSecurityFilter();

    @BeforeEach
    void init() {
        headers.init(new MockFilterConfig(context));
    }

    @Test
    void aCallInBetweenLeavesThePageItsNonce() throws Exception {
        var page = new AtomicReference<String>();
        var header = opens((request, response) -> {
            opens((other, answer) -> {});
            page.set((String)
                    request.getServletContext().getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE));
        });

        assertThat(page.get()).isNotBlank();
        assertThat(header).contains("'nonce-" + page.get() + "'");
    }

    @Test
    void everythingElseStaysShared() throws Exception {
        opens((request, response) -> request.getServletContext().setAttribute("told", "once"));

        assertThat(context.getAttribute("told")).isEqualTo("once");
        opens((request, response) ->
                assertThat(request.getServletContext().getAttribute("told")).isEqualTo("once"));
    }

    private String opens(FilterChain page) throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        new PerRequestNonceFilter()
                .doFilter(
                        new MockHttpServletRequest(context),
                        response,
                        (request, answer) -> headers.doFilter(request, answer, page));
        return response.getHeader(ContentSecurityPolicyProvider.HEADER_NAME);
    }
}
