package io.accountmigration.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes up publishers that nobody used before, as the sheets that the sandbox takes. */
public final class NewPublishers {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int FIRST_PARTNER_ID = 6_000_000;
    private static final int FIRST_UNKNOWN_ID = 8_000_000;

    /** An id of its own and the sheet behind it. */
    public record NewPublisher(String publisherId, Map<String, Object> sheet) {}

    private final Kind kind;
    private final String tenantName;
    private final int number = NUMBER.incrementAndGet();

    private NewPublishers(Kind kind, String tenantName) {
        this.kind = kind;
        this.tenantName = tenantName;
    }

    public static NewPublisher of(Kind kind) {
        return of(kind, kind == Kind.ADVENTURE_WORKS ? "Adventure Works Cycles" : kind.word() + " Group");
    }

    public static NewPublisher of(Kind kind, String tenantName) {
        var made = new NewPublishers(kind, tenantName);
        return new NewPublisher(made.publisherId(), made.sheet());
    }

    private String publisherId() {
        return kind.word() + "-" + number;
    }

    private String domain() {
        return publisherId() + ".example";
    }

    private String partnerId() {
        return String.valueOf(FIRST_PARTNER_ID + number);
    }

    private Map<String, Object> sheet() {
        var sheet = new HashMap<String, Object>();
        sheet.put("kind", kind.word());
        sheet.put("acceptedPartnerId", partnerId());
        sheet.put("cpp", portal());
        sheet.put("membership", membership());
        if (kind == Kind.WOODGROVE) {
            sheet.put(
                    "partnerCenter",
                    Map.of(
                            "users",
                            List.of(Map.of("userPrincipalName", "owner@" + domain(), "roles", List.of("Manager")))));
        }
        return sheet;
    }

    private Map<String, Object> portal() {
        var portal = new HashMap<String, Object>();
        portal.put("displayName", publisherId());
        portal.put("status", kind == Kind.WOODGROVE ? "READ_ONLY" : "ACTIVE");
        portal.put("users", people());
        switch (kind) {
            case NORTHWIND -> {}
            case TAILSPIN -> portal.put("mpnId", String.valueOf(FIRST_UNKNOWN_ID + number));
            default -> portal.put("mpnId", partnerId());
        }
        return portal;
    }

    private List<Map<String, Object>> people() {
        var people = new ArrayList<Map<String, Object>>();
        people.add(Map.of("address", "owner@" + domain(), "role", "OWNER", "active", kind != Kind.ALPINE));
        people.add(Map.of("address", "contributor@" + domain(), "role", "CONTRIBUTOR"));
        switch (kind) {
            case PROSEWARE -> people.add(Map.of("address", "second-owner@" + domain(), "role", "OWNER"));
            case WINGTIP -> {
                people.add(Map.of("address", "team@" + domain(), "role", "CONTRIBUTOR", "type", "GROUP"));
                people.add(Map.of("address", publisherId() + "-freelancer@outlook.com", "role", "CONTRIBUTOR"));
                people.add(Map.of("address", "robot-" + number, "role", "CONTRIBUTOR", "type", "SERVICE_PRINCIPAL"));
            }
            default -> {}
        }
        return people;
    }

    private Map<String, Object> membership() {
        var elsewhere = kind == Kind.FABRIKAM || kind == Kind.ADVENTURE_WORKS;
        var domain = elsewhere ? publisherId() + "-inc.example" : domain();
        return Map.of(
                "mpnId",
                partnerId(),
                "state",
                kind == Kind.LITWARE ? "PENDING" : "ACCEPTED",
                "tenants",
                List.of(Map.of("displayName", tenantName, "domains", List.of(domain))));
    }
}
