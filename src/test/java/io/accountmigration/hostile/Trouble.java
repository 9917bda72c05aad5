package io.accountmigration.hostile;

import io.accountmigration.system.Fault;
import java.util.List;

/**
 * What goes wrong with the next calls of a kind.
 *
 * @param path its beginning, in which {@code %s} stands for the publisher
 */
record Trouble(String system, String method, String path, String kind, int status, int skip, int times) {

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
            new Trouble("directory", "GET", "/", "TRUNCATED", 503, 0, 1));

    static Trouble of(int number) {
        return ALL.get(number % ALL.size());
    }

    Fault with(String publisherId) {
        return new Fault(system, method, path.formatted(publisherId), kind, status, skip, times);
    }

    @Override
    public String toString() {
        return "after " + skip + " others " + times + " calls " + method + " of " + system + " at "
                + path.formatted("{id}") + " suffer " + kind;
    }
}
