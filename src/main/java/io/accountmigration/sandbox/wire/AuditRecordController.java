package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.sandbox.data.AuditRecord;
import io.accountmigration.sandbox.data.AuditTrail;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.traffic.PortalBehaviour.FeedDates;
import io.accountmigration.sandbox.traffic.PortalBehaviour.FeedPages;
import io.accountmigration.sandbox.traffic.PortalBehaviours;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Partner Center's audit feed of user changes, in pages; a day without a time stands for the whole of it. */
@Hidden
@RestController
@Profile("sandbox")
@SandboxTransaction(readOnly = true)
class AuditRecordController {

    private static final String PATH = "/v1/auditrecords";
    private static final String RESOURCE_TYPE = "partner_user";
    private static final String TOKEN = "MS-ContinuationToken";
    private static final int LARGEST_PAGE = 500;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final DateTimeFormatter SEVEN_DIGITS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final AuditTrail trail;
    private final PortalBehaviours behaviours;
    private final ObjectMapper json;

    AuditRecordController(AuditTrail trail, PortalBehaviours behaviours, ObjectMapper json) {
        this.trail = trail;
        this.behaviours = behaviours;
        this.json = json;
    }

    record Page(long totalCount, List<RecordBody> items, Map<String, Link> links) {}

    record Link(String uri, String method, List<Header> headers) {}

    record Header(String key, String value) {}

    record RecordBody(
            String id,
            String partnerId,
            String userPrincipalName,
            String resourceType,
            String operationType,
            String resourceNewValue,
            String operationDate,
            String operationStatus,
            List<String> customizedData) {

        static RecordBody of(AuditRecord found) {
            return new RecordBody(
                    String.valueOf(found.id()),
                    found.accountId(),
                    found.actedBy(),
                    RESOURCE_TYPE,
                    found.operationType(),
                    found.newValue(),
                    SEVEN_DIGITS.format(found.operationDate()),
                    "succeeded",
                    List.of());
        }
    }

    @GetMapping("/partner-center" + PATH)
    Page records(
            @RequestParam String accountId,
            @RequestParam String startDate,
            @RequestParam(required = false) String endDate,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) String filter,
            @RequestParam(defaultValue = "0") int offset,
            @RequestHeader(name = TOKEN, required = false) String token) {
        if (behaviours.current().feedPages() == FeedPages.SEEK) {
            return seek(accountId, startDate, endDate, size, filter, token == null ? 0 : Integer.parseInt(token));
        }
        if (size < 1 || size > LARGEST_PAGE || offset < 0) {
            throw new Refusal(400, "2000", "size must be between 1 and " + LARGEST_PAGE + ".");
        }
        if (!isAboutUsers(filter)) {
            return new Page(0, List.of(), Map.of());
        }
        var start = instant(startDate, LocalTime.MIN);
        var end = endDate == null ? END_OF_TIME : instant(endDate, LocalTime.MAX);
        var items = trail.find(accountId, start, end, offset, size).stream()
                .map(RecordBody::of)
                .toList();
        // Most feeds are one short page, asked for all the time: its length is the count.
        var total = offset == 0 && items.size() < size ? items.size() : trail.count(accountId, start, end);
        if (offset + items.size() >= total) {
            return new Page(total, items, Map.of());
        }
        var next = UriComponentsBuilder.fromPath(PATH)
                .queryParam("accountId", accountId)
                .queryParam("startDate", start)
                .queryParam("endDate", end)
                .queryParam("size", size)
                .queryParam("offset", offset + items.size())
                .encode()
                .toUriString();
        return new Page(total, items, Map.of("next", new Link(next, "GET", List.of())));
    }

    /** A page that counts itself; where the next one begins is told in a header of its link. */
    private Page seek(String accountId, String startDate, String endDate, int size, String filter, int offset) {
        if (!isAboutUsers(filter)) {
            return new Page(0, List.of(), Map.of());
        }
        var start = instant(startDate, LocalTime.MIN);
        var end = endDate == null ? END_OF_TIME : instant(endDate, LocalTime.MAX);
        var items = trail.find(accountId, start, end, offset, size).stream()
                .map(RecordBody::of)
                .toList();
        if (items.size() < size) {
            return new Page(items.size(), items, Map.of());
        }
        var next = UriComponentsBuilder.fromPath(PATH)
                .queryParam("accountId", accountId)
                .queryParam("startDate", startDate)
                .queryParam("endDate", endDate)
                .queryParam("size", size)
                .queryParam("seekOperation", "Next")
                .encode()
                .toUriString();
        var header = new Header(TOKEN, String.valueOf(offset + items.size()));
        return new Page(items.size(), items, Map.of("next", new Link(next, "GET", List.of(header))));
    }

    private boolean isAboutUsers(String filter) {
        if (filter == null || filter.isBlank()) {
            return true;
        }
        JsonNode condition;
        try {
            condition = json.readTree(filter);
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "2000", "filter is no JSON.");
        }
        return !condition.path("Field").asText().equalsIgnoreCase("ResourceType")
                || condition.path("Value").asText().equalsIgnoreCase(RESOURCE_TYPE);
    }

    private Instant instant(String text, LocalTime timeOfDay) {
        if (text.contains("T") && behaviours.current().feedDates() == FeedDates.DAYS) {
            throw new Refusal(400, "2000", text + " is no day.");
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atTime(timeOfDay).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Refusal(400, "2000", text + " is no date.");
        }
    }
}
