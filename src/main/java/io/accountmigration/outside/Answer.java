package io.accountmigration.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.publisher.OutsideUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * What a system said: a success, or one of the refusals that the caller expected. What cannot be read, or lacks a
 * required part, is the system's failure.
 */
public final class Answer {

    private final String operation;
    private final OutsideFailureFactory failure;
    private final int status;
    private final HttpHeaders headers;
    private final JsonNode body;

    Answer(String operation, OutsideFailureFactory failure, int status, HttpHeaders headers, JsonNode body) {
        this.operation = operation;
        this.failure = failure;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Whether the system did what was asked. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the system answered with this status. */
    public boolean isStatus(int asked) {
        return status == asked;
    }

    /** Whether the system refused with this status and, in its error body, this code. */
    public boolean isRefusal(int status, String code) {
        return this.status == status && errorCode().equals(code);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The body as a record whose constructor insists on what is required. */
    public <T> T as(Class<T> type) {
        return convert(body, type);
    }

    /** The body as it is, where its parts are nobody's business here. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> asMap() {
        return convert(body, Map.class);
    }

    /** The members of a collection answer, all of them: a part of the collection is a failure. */
    public <T> List<T> items(Class<T> type) {
        var items = body.path("items");
        var total = body.path("totalCount");
        var isPart = total.isNumber() && total.asInt() != items.size()
                || body.path("links").path("next").isObject();
        if (isPart) {
            throw unreadable("items");
        }
        return pageItems(type);
    }

    /** The members of a collection on this page of the answer; whether they are all is for the caller to find out. */
    public <T> List<T> pageItems(Class<T> type) {
        var items = body.path("items");
        if (!items.isArray()) {
            throw unreadable("items");
        }
        var converted = new ArrayList<T>();
        items.forEach(item -> converted.add(convert(item, type)));
        return List.copyOf(converted);
    }

    /** As {@link #items}, where the answer has to say how many there are: what is missing would be taken for removed. */
    public <T> List<T> countedItems(Class<T> type) {
        if (!body.path("totalCount").isIntegralNumber()) {
            throw unreadable("totalCount");
        }
        return items(type);
    }

    /** Whether the body says the same as this value would. */
    public boolean says(Object value) {
        try {
            return Json.read(Json.write(value)).equals(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The code of an error body, in CPP's and Graph's envelope or in Partner Center's form; empty where there is none. */
    public String errorCode() {
        return body.path("error").path("code").asText(body.path("code").asText());
    }

    /** The sentence of an error body; empty where there is none. */
    public String errorText() {
        return body.path("error")
                .path("message")
                .asText(body.path("description").asText());
    }

    /** The failure for an answer that nobody expects at this place. */
    public OutsideUnavailable unexpected() {
        var unexpected = failure.of(operation + " answered " + status + shownCode(), null, null);
        if (status == 401 || status == 403) {
            return unexpected.asRefusal();
        }
        return status >= 500 ? unexpected.withAnswerLost() : unexpected;
    }

    /** The failure for an answer of which this part is missing or makes no sense. */
    public OutsideUnavailable unreadable(String part) {
        return failure.of(operation + " gave an answer that cannot be read: " + part, null, null)
                .withAnswerLost()
                .asUnreadable();
    }

    private <T> T convert(JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            throw unreadable("body");
        }
        try {
            return Json.convert(node, type);
        } catch (JsonProcessingException wrongShape) {
            // Its message may quote the answer, and with it people's addresses.
            throw unreadable(type.getSimpleName());
        }
    }

    private String shownCode() {
        var code = errorCode();
        return code.matches("[A-Za-z0-9_.-]{1,64}") ? " " + code : "";
    }
}
