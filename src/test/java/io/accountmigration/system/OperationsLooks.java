package io.accountmigration.system;

import io.accountmigration.system.CountedStatements.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at what people and programs look at all day, and tells how long that took and in which statements. */
public record OperationsLooks(Program program, Sandbox sandbox, JdbcTemplate database, Account account) {

    private static final Map<String, Object> NEWEST_FIRST =
            Map.of("sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")));

    /** One page or list: the statements of one look, and how long looks took, in milliseconds. */
    public record Look(List<Sent> statements, double median, double p95, double slowest) {}

    /** Looks so many times at each. */
    public Map<String, Look> all(int times) {
        var looks = new LinkedHashMap<String, Look>();
        pages().forEach((name, page) -> {
            page.get().succeeded();
            // What is counted once in a while is older than it may be, and so a part of the look.
            sandbox.advanceClock("PT2M");
            looks.put(name, look(page, times));
        });
        return looks;
    }

    private Map<String, Supplier<Reply>> pages() {
        var pages = new LinkedHashMap<String, Supplier<Reply>>();
        var operator = program.openBrowserOf("operator");
        pages.put("operations", () -> operator.open("/operations"));
        pages.put("operations of one problem", () -> operator.open("/operations?problem=TENANT_MISMATCH"));
        pages.put("cancellation preview", () -> operator.open("/operations/cancellation?problem=TENANT_MISMATCH"));
        pages.put("operator's first page", () -> operator.open("/"));
        pages.put("operator's look at a case", () -> operator.open("/migrations/" + account.publisherId()));

        var service = program.as("service");
        var list = "/api/migrations?limit=50";
        var middle = list + "&cursor=" + middle();
        pages.put("list of migrations", () -> service.get(list));
        pages.put("its middle", () -> service.get(middle));
        pages.put("list of one state", () -> service.get(list + "&state=ACTION_REQUIRED"));
        pages.put("one migration", () -> service.get("/api/migrations/" + account.publisherId()));

        var owner = program.openBrowserOf(account.owner());
        pages.put("owner's first page", () -> owner.open("/"));
        pages.put("owner's look at a case", () -> owner.open("/migrations/" + account.publisherId()));

        tasklist(pages, "owner", owner, "My migrations");
        tasklist(pages, "operator", operator, "Owners to name");
        return pages;
    }

    /** The calls that Tasklist makes when it is opened, and again and again while it is. */
    private void tasklist(Map<String, Supplier<Reply>> pages, String person, Browser browser, String filterName) {
        var filter = Browser.ENGINE + "/filter/" + filter(browser, filterName);
        pages.put(
                person + "'s list in Tasklist",
                () -> browser.call("POST", filter + "/list?firstResult=0&maxResults=15", NEWEST_FIRST));
    }

    private static String filter(Browser browser, String name) {
        for (var filter : browser.send("GET", Browser.ENGINE + "/filter?resourceType=Task", null)
                .succeeded()
                .json()) {
            if (filter.path("name").asText().equals(name)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError("no filter " + name);
    }

    /** The cursor that a client has who read half of the list. */
    private String middle() {
        return database.queryForObject(
                "select started_at, id from migration order by started_at desc, id desc"
                        + " offset (select count(*) / 2 from migration) rows fetch first 1 row only",
                (row, number) -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((row.getTimestamp(1).toInstant() + "|" + row.getString(2))
                                .getBytes(StandardCharsets.US_ASCII)));
    }

    private static Look look(Supplier<Reply> page, int times) {
        var statements = CountedStatements.during(() -> page.get().succeeded());
        var millis = new double[times];
        for (var time = 0; time < times; time++) {
            var begin = System.nanoTime();
            page.get().succeeded();
            millis[time] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return new Look(statements, millis[times / 2], millis[(times * 95 - 1) / 100], millis[times - 1]);
    }
}
