package io.accountmigration.campaign.readiness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows that were left out of reports: up to hundreds of thousands, written once and only listed. */
@Component
class RejectedRows {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int KEPT_TOGETHER = 500;

    private static final String ADD =
            "insert into readiness_rejection (report_id, last_line, row_count, content) values (?, ?, ?, ?)";
    private static final String COUNT =
            "select coalesce(sum(row_count), 0) from readiness_rejection where report_id = ?";
    private static final String NEXT = "select content from readiness_rejection"
            + " where report_id = ? and last_line > ? order by last_line limit 1";
    private static final String FORGET = "delete from readiness_rejection where report_id not in"
            + " (select id from readiness_report where ended_at is null or ended_at >= ?)";

    private final JdbcTemplate database;

    RejectedRows(JdbcTemplate database) {
        this.database = database;
    }

    /** Keeps rows, which come in the order of their lines. */
    void add(UUID reportId, List<RejectedRow> rows) {
        var parts = new ArrayList<Object[]>();
        for (var from = 0; from < rows.size(); from += KEPT_TOGETHER) {
            var part = rows.subList(from, Math.min(from + KEPT_TOGETHER, rows.size()));
            parts.add(new Object[] {reportId, part.get(part.size() - 1).line(), part.size(), write(part)});
        }
        if (!parts.isEmpty()) {
            database.batchUpdate(ADD, parts);
        }
    }

    long count(UUID reportId) {
        return database.queryForObject(COUNT, Long.class, reportId);
    }

    /** The next rows after a line; none at the end. */
    List<RejectedRow> after(UUID reportId, int line) {
        return database.queryForList(NEXT, String.class, reportId, line).stream()
                .flatMap(part -> read(part).stream())
                .filter(row -> row.line() > line)
                .toList();
    }

    void forgetOfReportsEndedBefore(OffsetDateTime before) {
        database.update(FORGET, before);
    }

    private static String write(List<RejectedRow> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("rows cannot be written", broken);
        }
    }

    private static List<RejectedRow> read(String part) {
        try {
            return JSON.readValue(part, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("rows cannot be read", broken);
        }
    }
}
