package io.accountmigration.sandbox.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The lists that were answered lately, each as it is and as it was before it changed. */
@Component
@Profile("sandbox")
public class EarlierLists {

    private static final int MOST = 1000;

    private final Map<String, Change> changes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Change> eldest) {
            return size() > MOST;
        }
    };

    /** A list with the version that it was sent under, where it has one. */
    record Sent(byte[] body, String version) {}

    private record Change(Optional<Sent> before, Sent now) {

        Change to(Sent next) {
            return Arrays.equals(now.body(), next.body()) ? this : new Change(Optional.of(now), next);
        }
    }

    /** Remembers the answer if it is a list. */
    void note(WireCall call, String query, ContentCachingResponseWrapper answer) {
        var body = answer.getContentAsByteArray();
        if (!call.isWrite() && new String(body, StandardCharsets.UTF_8).contains("\"items\":[")) {
            var sent = new Sent(body, answer.getHeader(HttpHeaders.ETAG));
            synchronized (this) {
                changes.merge(key(call, query), new Change(Optional.empty(), sent), (known, added) -> known.to(sent));
            }
        }
    }

    /** The list as it was read last before it changed. */
    synchronized Optional<Sent> before(WireCall call, String query) {
        return Optional.ofNullable(changes.get(key(call, query))).flatMap(Change::before);
    }

    public synchronized void clear() {
        changes.clear();
    }

    private static String key(WireCall call, String query) {
        return call.system() + " " + call.path() + "?" + query;
    }
}
