package io.accountmigration.system;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Looks at what people look at all day, and tells how long that took and in how many statements. */
record OperationsLooks(Program program, String owner, int times) {

    /** One page or list: the statements of one look, and how long looks took, in milliseconds. */
    record Look(long statements, double median, double slowest) {}

    Map<String, Look> all() {
        var operator = program.openBrowserOf("operator");
        var tasklist = program.as(owner);
        var filter = "/engine-rest/filter/" + filter();
        var looks = new LinkedHashMap<String, Look>();
        looks.put("operations", look(() -> operator.open("/operations")));
        looks.put("operations of one problem", look(() -> operator.open("/operations?problem=TENANT_MISMATCH")));
        var preview = "/operations/cancellation?problem=TENANT_MISMATCH";
        looks.put("cancellation preview", look(() -> operator.open(preview)));
        looks.put("Tasklist's list", look(() -> tasklist.get(filter + "/list?firstResult=0&maxResults=15")));
        looks.put("Tasklist's count", look(() -> tasklist.get(filter + "/count")));
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

    private Look look(Supplier<Reply> page) {
        page.get().succeeded();
        var millis = new double[times];
        var statements = CountedStatements.during(() -> page.get().succeeded());
        for (var time = 0; time < times; time++) {
            var begin = System.nanoTime();
            page.get().succeeded();
            millis[time] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Look(statements, millis[times / 2], millis[times - 1]);
    }
}
