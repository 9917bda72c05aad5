package io.accountmigration.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/** Positions in a list of cases, as opaque texts that clients send back. */
public final class PageCursors {

    private static final int LONGEST = 200;
    private static final String STARTED_AT = "startedAt";
    private static final String ID = "id";

    private PageCursors() {}

    /**
     * Where to continue reading; the start of the list where there is no cursor.
     *
     * @throws InvalidRequest when the text is none of our cursors
     */
    public static ScrollPosition read(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return ScrollPosition.keyset();
        }
        try {
            return parse(cursor);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new InvalidRequest("cursor");
        }
    }

    /** The cursor of what follows this window, or null at the end of the list. */
    public static String after(Window<?> window) {
        if (window.isEmpty() || !window.hasNext()) {
            return null;
        }
        var keys = ((KeysetScrollPosition) window.positionAt(window.size() - 1)).getKeys();
        var text = keys.get(STARTED_AT) + "|" + keys.get(ID);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ScrollPosition parse(String cursor) {
        if (cursor.length() > LONGEST) {
            throw new IllegalArgumentException("longer than any cursor");
        }
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        var parts = text.split("\\|", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not the two parts of a cursor");
        }
        return ScrollPosition.forward(Map.of(STARTED_AT, Instant.parse(parts[0]), ID, UUID.fromString(parts[1])));
    }
}
