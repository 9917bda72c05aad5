package io.accountmigration.outside.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One row for each system, which its reader holds until he has written it. */
@Component
class JdbcLedgerRows implements LedgerRows {

    private static final String HOLD = "select ledger from outside_rate where system = ? for update";
    private static final String WRITE = "update outside_rate set ledger = ?, down = ? where system = ?";
    private static final String ADD = "insert into outside_rate (system, ledger, down) values (?, '{}', false)";
    private static final String ALL = "select system, ledger from outside_rate";

    private final JdbcTemplate database;
    private final TransactionOperations transaction;
    /** A node of another version may know more. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    JdbcLedgerRows(JdbcTemplate database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public <T> T change(String system, Function<Ledger, T> change) {
        return transaction.execute(status -> {
            var ledger = parse(hold(system));
            var result = change.apply(ledger);
            database.update(WRITE, text(ledger), ledger.downSince() != 0, system);
            return result;
        });
    }

    private String hold(String system) {
        var found = database.queryForList(HOLD, String.class, system);
        return found.isEmpty() ? add(system) : found.get(0);
    }

    private String add(String system) {
        database.update(ADD, system);
        return "{}";
    }

    @Override
    public Map<String, Ledger> read() {
        var ledgers = new HashMap<String, Ledger>();
        database.query(ALL, row -> {
            ledgers.put(row.getString(1), parse(row.getString(2)));
        });
        return ledgers;
    }

    private Ledger parse(String text) {
        try {
            return json.readValue(text, Ledger.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String text(Ledger ledger) {
        try {
            return json.writeValueAsString(ledger);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
