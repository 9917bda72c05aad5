package io.accountmigration.campaign.readiness;

import io.accountmigration.publisher.RequestRefused;
import java.util.List;

/** A selection that is not taken, with all its rows that cannot be; nothing has begun. */
public class SelectionRefused extends RequestRefused {

    /** The reason. Every endpoint answers with this name as the code. */
    public enum Refusal {
        /** Some rows cannot be taken, and the caller wants all or nothing. */
        ROWS_REJECTED,
        /** No row can be taken. */
        SELECTION_EMPTY
    }

    private final List<RejectedRow> rows;

    SelectionRefused(Refusal refusal, List<RejectedRow> rows) {
        super(refusal.name(), 422, String.valueOf(rows.size()));
        this.rows = List.copyOf(rows);
    }

    /** The rows that cannot be taken. */
    public List<RejectedRow> rows() {
        return rows;
    }
}
