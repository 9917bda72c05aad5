package io.accountmigration.campaign.readiness;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows that were left out of reports: up to hundreds of thousands, written once and only listed. */
@Component
class RejectedRows {

    private static final int WRITTEN_AT_ONCE = 1000;

    private static final String ADD =
            "insert into readiness_rejection (report_id, line, content, reason) values (?, ?, ?, ?)";
    private static final String COUNT = "select count(*) from readiness_rejection where report_id = ?";
    private static final String LIST = "select line, content, reason from readiness_rejection"
            + " where report_id = ? and line > ? order by line limit ?";
    private static final String FORGET = "delete from readiness_rejection where report_id not in"
            + " (select id from readiness_report where ended_at is null or ended_at >= ?)";

    private final JdbcTemplate database;

    RejectedRows(JdbcTemplate database) {
        this.database = database;
    }

    void add(UUID reportId, List<RejectedRow> rows) {
        database.batchUpdate(ADD, rows, WRITTEN_AT_ONCE, (statement, row) -> {
            statement.setObject(1, reportId);
            statement.setInt(2, row.line());
            statement.setString(3, row.content());
            statement.setString(4, row.reason().name());
        });
    }

    long count(UUID reportId) {
        return database.queryForObject(COUNT, Long.class, reportId);
    }

    List<RejectedRow> after(UUID reportId, int line, int limit) {
        return database.query(
                LIST,
                (row, number) ->
                        new RejectedRow(row.getInt(1), row.getString(2), RejectedRow.Reason.valueOf(row.getString(3))),
                reportId,
                line,
                limit);
    }

    void forgetOfReportsEndedBefore(OffsetDateTime before) {
        database.update(FORGET, before);
    }
}
