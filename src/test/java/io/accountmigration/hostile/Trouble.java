package io.accountmigration.hostile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes wrong with the next calls of a kind.
 *
 * @param path its beginning, in which {@code %s} stands for the publisher
 */
record Trouble(
        String system,
        String method,
        String path,
        String kind,
        int status,
        int skip,
        int times,
        Integer retryAfterSeconds,
        String count) {

    private static final String PUBLISHER = "/api/publishers/%s";

    private static final List<Trouble> ALL = List.of(
            new Trouble("cpp", "GET", PUBLISHER + "/users", "EMPTY", 503, 0, 1),
            new Trouble("cpp", "GET", PUBLISHER + "/users", "EMPTY", 503, 0, 3),
            new Trouble("cpp", "GET", PUBLISHER + "/users", "EMPTY", 503, 1, 9),
            new Trouble("cpp", "GET", PUBLISHER + "/users", "TRUNCATED", 503, 0, 2),
            new Trouble("cpp", "GET", PUBLISHER, "STATUS", 500, 0, 2),
            new Trouble("cpp", "PUT", PUBLISHER, "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("cpp", "PUT", PUBLISHER, "DROP_AFTER_EFFECT", 503, 1, 2),
            new Trouble("cpp", "POST", PUBLISHER, "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("cpp", "DELETE", PUBLISHER, "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("cpp", "PUT", PUBLISHER, "STATUS", 503, 0, 4),
            new Trouble("cpp", "POST", PUBLISHER, "RESET", 503, 0, 2),
            new Trouble("partner-center", "GET", "/v1/roles", "EMPTY", 503, 0, 2),
            new Trouble("partner-center", "GET", "/v1/roles", "EMPTY", 503, 2, 9),
            new Trouble("partner-center", "GET", "/v1/auditrecords", "EMPTY", 503, 0, 2),
            new Trouble("partner-center", "GET", "/v1/auditrecords", "TRUNCATED", 503, 0, 1),
            new Trouble("partner-center", "GET", "/v1", "STATUS", 500, 0, 2),
            new Trouble("partner-center", "POST", "/v1", "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("partner-center", "POST", "/v1", "DROP_AFTER_EFFECT", 503, 1, 2),
            new Trouble("partner-center", "POST", "/v1", "STATUS", 503, 0, 4),
            new Trouble("partner-center", "PUT", "/v1", "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("partner-center", "PATCH", "/v1", "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("partner-center", "DELETE", "/v1", "DROP_AFTER_EFFECT", 503, 0, 1),
            new Trouble("directory", "GET", "/", "STATUS", 503, 0, 3),
            new Trouble("directory", "GET", "/", "TRUNCATED", 503, 0, 1),
            new Trouble("directory", "GET", "/", "STATUS", 404, 0, 1),
            new Trouble("directory", "GET", "/", "STATUS", 404, 1, 3),
            new Trouble("cpp", "GET", PUBLISHER, "STATUS", 403, 0, 1),
            new Trouble("cpp", "PUT", PUBLISHER, "STATUS", 403, 0, 1),
            new Trouble("partner-center", "GET", "/v1/roles", "STATUS", 404, 0, 1),
            new Trouble("mail", null, "/", "STATUS", 550, 0, 1),
            new Trouble("mail", null, "/", "STATUS", 503, 0, 2),
            new Trouble("mail", null, "/", "DROP_AFTER_EFFECT", 503, 0, 1),
            tooMany("cpp", "GET", null),
            tooMany("cpp", "PUT", 2),
            tooMany("partner-center", "GET", 3),
            tooMany("partner-center", "POST", null),
            tooMany("directory", "GET", 2),
            list("cpp", PUBLISHER + "/users", "SHORT", 0, 1, "OWN"),
            list("cpp", PUBLISHER + "/users", "SHORT", 0, 2, "NONE"),
            list("cpp", PUBLISHER + "/users", "SHORT", 1, 9, "OWN"),
            list("cpp", PUBLISHER + "/users", "SHORT", 0, 2, "KEPT"),
            list("cpp", PUBLISHER + "/users", "STALE", 0, 2, "KEPT"),
            list("cpp", PUBLISHER + "/users", "STALE", 1, 4, "NONE"),
            list("partner-center", "/v1/roles", "SHORT", 0, 2, "OWN"),
            list("partner-center", "/v1/roles", "SHORT", 2, 9, "NONE"),
            list("partner-center", "/v1/roles", "SHORT", 1, 3, "KEPT"),
            list("partner-center", "/v1/roles", "STALE", 0, 3, "KEPT"),
            list("partner-center", "/v1/roles", "STALE", 0, 9, "NONE"),
            list("partner-center", "/v1/auditrecords", "SHORT", 0, 1, "KEPT"),
            list("partner-center", "/v1/auditrecords", "STALE", 0, 2, "KEPT"));

    private Trouble(String system, String method, String path, String kind, int status, int skip, int times) {
        this(system, method, path, kind, status, skip, times, null, null);
    }

    /** A system asks to be left alone, for so many seconds or without saying how long. */
    private static Trouble tooMany(String system, String method, Integer seconds) {
        var path = system.equals("partner-center") ? "/v1" : "/";
        return new Trouble(system, method, path, "STATUS", 429, 0, 3, seconds, null);
    }

    private static Trouble list(String system, String path, String kind, int skip, int times, String count) {
        return new Trouble(system, "GET", path, kind, 503, skip, times, null, count);
    }

    static Trouble of(int number) {
        return ALL.get(number % ALL.size());
    }

    static List<Trouble> all() {
        return ALL;
    }

    boolean spoilsLists() {
        return List.of("EMPTY", "TRUNCATED", "SHORT", "STALE").contains(kind);
    }

    boolean takesTheCount() {
        return "NONE".equals(count);
    }

    /** Whether a call is refused in a way that says nothing about what was asked. */
    boolean refuses() {
        return kind.equals("STATUS") && (status == 403 || status == 404);
    }

    boolean concernsMail() {
        return system.equals("mail");
    }

    boolean asksForPatience() {
        return status == 429;
    }

    boolean losesAnswers() {
        return kind.equals("DROP_AFTER_EFFECT") || kind.equals("RESET");
    }

    /** The order that the sandbox takes. */
    Map<String, Object> order(String publisherId) {
        var order = new HashMap<String, Object>(
                Map.of("system", system, "pathPrefix", path.formatted(publisherId), "kind", kind, "status", status));
        order.putAll(Map.of("skip", skip, "times", times));
        order.put("method", method);
        order.put("retryAfterSeconds", retryAfterSeconds);
        order.put("count", count);
        return order;
    }

    @Override
    public String toString() {
        return "after " + skip + " others " + times + " calls " + (method == null ? "" : method + " ") + "of " + system
                + " at " + path.formatted("{id}") + " suffer " + kind + (kind.equals("STATUS") ? " " + status : "")
                + (retryAfterSeconds == null ? "" : ", to be tried in " + retryAfterSeconds + " s")
                + (count == null ? "" : ", count " + count);
    }
}
