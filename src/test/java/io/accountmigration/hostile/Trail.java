package io.accountmigration.hostile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What happened in a play, line by line and without what is made up anew each time. */
class Trail {

    private static final Pattern MADE_UP =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private final List<String> lines = new ArrayList<>();
    private Instant begin = Instant.EPOCH;

    synchronized void beginAt(Instant time) {
        lines.clear();
        begin = time;
    }

    synchronized void note(Instant time, String what) {
        lines.add(Duration.between(begin, time) + " " + MADE_UP.matcher(what).replaceAll("…"));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
