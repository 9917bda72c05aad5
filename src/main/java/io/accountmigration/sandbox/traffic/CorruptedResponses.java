package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Sends an answer that was given in full as one that says nothing, only a part of it, or what it was earlier. */
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

    /** Sends a list without its last entries, and everything else as it is. */
    void sendShort(ContentCachingResponseWrapper kept, Fault fault) throws IOException {
        var list = list(kept.getContentAsByteArray());
        if (list.isEmpty()) {
            kept.copyBodyToResponse();
            return;
        }
        var items = (ArrayNode) list.get().path("items");
        for (var missing = 0; missing < fault.entries() && !items.isEmpty(); missing++) {
            items.remove(items.size() - 1);
        }
        send(kept, counted(list.get(), fault));
    }

    /** Sends the list that it was earlier. */
    void sendStale(ContentCachingResponseWrapper kept, EarlierLists.Sent earlier, Fault fault) throws IOException {
        if (earlier.version() != null) {
            kept.setHeader(HttpHeaders.ETAG, earlier.version());
        }
        send(kept, counted(list(earlier.body()).orElseThrow(), fault));
    }

    private Optional<ObjectNode> list(byte[] body) throws IOException {
        return body.length > 0
                        && json.readTree(body) instanceof ObjectNode object
                        && object.path("items").isArray()
                ? Optional.of(object)
                : Optional.empty();
    }

    private static ObjectNode counted(ObjectNode list, Fault fault) {
        switch (fault.count()) {
            case KEPT -> {}
            case OWN -> list.put("totalCount", list.path("items").size());
            case NONE -> list.remove("totalCount");
        }
        return list;
    }

    private void send(ContentCachingResponseWrapper kept, ObjectNode list) throws IOException {
        kept.resetBuffer();
        json.writeValue(kept.getOutputStream(), list);
        kept.copyBodyToResponse();
    }

    void sendHalf(ContentCachingResponseWrapper kept) throws IOException {
        var body = kept.getContentAsByteArray();
        kept.resetBuffer();
        kept.getOutputStream().write(body, 0, body.length / 2);
        kept.copyBodyToResponse();
    }
}
