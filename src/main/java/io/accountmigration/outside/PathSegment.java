package io.accountmigration.outside;

import java.util.Set;

/** Checks which texts can be a segment of the path of a request. */
public final class PathSegment {

    private static final int MAX_LENGTH = 256;
    private static final Set<String> STEPS = Set.of(".", "..");
    private static final String REFUSED_BY_SERVERS = "/\\%;";

    private PathSegment() {}

    /**
     * Whether this text stays one segment on its way through proxies and servers. Encoding alone does not settle it:
     * many decode a segment before they look at it.
     */
    public static boolean canCarry(String text) {
        return text != null
                && !text.isBlank()
                && text.length() <= MAX_LENGTH
                && !STEPS.contains(text)
                && text.chars().noneMatch(c -> REFUSED_BY_SERVERS.indexOf(c) >= 0 || Character.isISOControl(c));
    }
}
