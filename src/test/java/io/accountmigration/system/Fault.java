package io.accountmigration.system;

/** A fault as the sandbox takes it: the first {@code skip} matching calls pass, then {@code times} calls suffer. */
public record Fault(
        String system, String method, String pathPrefix, String kind, int status, int skip, int times, String count) {

    public Fault(String system, String method, String pathPrefix, String kind, int status, int skip, int times) {
        this(system, method, pathPrefix, kind, status, skip, times, null);
    }

    public static Fault of(String system, String method, String pathPrefix) {
        return new Fault(system, method, pathPrefix, "STATUS", 500, 0, 3);
    }

    Fault kind(String word) {
        return new Fault(system, method, pathPrefix, word, status, skip, times, count);
    }

    Fault after(int calls) {
        return new Fault(system, method, pathPrefix, kind, status, calls, times, count);
    }

    public Fault times(int calls) {
        return new Fault(system, method, pathPrefix, kind, status, skip, calls, count);
    }

    /** What a short or stale list says of its length. */
    Fault count(String word) {
        return new Fault(system, method, pathPrefix, kind, status, skip, times, word);
    }
}
