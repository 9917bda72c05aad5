package io.accountmigration.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLoggingFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aCallersCorrelationIdIsKeptAndRepeated() throws Exception {
        var inLog = during("/api/migrations/contoso/events", "click-1");

        assertThat(inLog).containsEntry("correlationId", "click-1").containsEntry("publisherId", "contoso");
        assertThat(response.getHeader("X-Correlation-Id")).isEqualTo("click-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\r\nlines", "a b", "", "${jndi:x}"})
    void anOddCorrelationIdIsReplaced(String odd) throws Exception {
        var inLog = during("/publishers/contoso", odd);

        assertThat(inLog.get("correlationId")).hasSize(36).isEqualTo(response.getHeader("X-Correlation-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/operations", "/publishers/%0d%0aINFO", "/engine-rest/task"})
    void onlyPlainPublishersAreNamed(String path) throws Exception {
        assertThat(during(path, null)).containsOnlyKeys("correlationId");
    }

    @Test
    void nothingStaysBehind() throws Exception {
        during("/migrations/contoso", null);

        assertThat(MDC.get("correlationId")).isNull();
        assertThat(MDC.get("publisherId")).isNull();
    }

    private Map<String, String> during(String path, String correlation) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", path);
        if (correlation != null) {
            request.addHeader("X-Correlation-Id", correlation);
        }
        var inLog = new HashMap<String, String>();
        new RequestLoggingFilter().doFilter(request, response, (one, other) -> inLog.putAll(MDC.getCopyOfContextMap()));
        return inLog;
    }
}
