package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Sends an answer that was given in full as one that says nothing, or only half of it. */
@Component
@Profile("sandbox")
class CorruptedResponses {

    private final ObjectMapper json;

    CorruptedResponses(ObjectMapper json) {
        this.json = json;
    }

    /** A list becomes an empty list, everything else no body at all. */
    void sendEmpty(ContentCachingResponseWrapper kept) throws IOException {
        var body = kept.getContentSize() == 0 ? null : json.readTree(kept.getContentAsByteArray());
        kept.resetBuffer();
        kept.setStatus(HttpServletResponse.SC_OK);
        if (body != null && body.path("items").isArray()) {
            var empty = json.createObjectNode().put("totalCount", 0);
            empty.putArray("items");
            json.writeValue(kept.getOutputStream(), empty);
        }
        kept.copyBodyToResponse();
    }

    void sendHalf(ContentCachingResponseWrapper kept) throws IOException {
        var body = kept.getContentAsByteArray();
        kept.resetBuffer();
        kept.getOutputStream().write(body, 0, body.length / 2);
        kept.copyBodyToResponse();
    }
}
