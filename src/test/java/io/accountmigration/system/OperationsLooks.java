package io.accountmigration.system;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at what people look at all day, and tells how long that took and in how many statements. */
record OperationsLooks(Program program, String owner, int times) {

    /** One page or list: the statements of one look, and how long looks took, in milliseconds. */
    record Look(long statements, double median, double slowest) {}

    Map<String, Look> all() {
        var looks = new LinkedHashMap<String, Look>();
        looks.put("operations", look("operator", "/operations"));
        looks.put("operations of one problem", look("operator", "/operations?problem=TENANT_MISMATCH"));
        looks.put("cancellation preview", look("operator", "/operations/cancellation?problem=TENANT_MISMATCH"));
        looks.put(
                "Tasklist's list",
                look(owner, "/engine-rest/filter/" + filter() + "/list?firstResult=0&maxResults=15"));
        looks.put("Tasklist's count", look(owner, "/engine-rest/filter/" + filter() + "/count"));
        return looks;
    }

    private String filter() {
        return program.as(owner)
                .get("/engine-rest/filter?resourceType=Task")
                .succeeded()
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private Look look(String user, String path) {
        var visitor = program.as(user);
        visitor.get(path).succeeded();
        var millis = new double[times];
        var statements = CountedStatements.during(() -> visitor.get(path).succeeded());
        for (var time = 0; time < times; time++) {
            var begin = System.nanoTime();
            visitor.get(path).succeeded();
            millis[time] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Look(statements, millis[times / 2], millis[times - 1]);
    }
}
