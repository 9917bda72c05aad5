package io.accountmigration.migration.trail;

import java.util.ArrayList;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Seals the trails that were written before there was a key, as they are now. */
@Component
class V19__SealTrails extends BaseJavaMigration {

    private final TrailSeal seal;

    V19__SealTrails(TrailSeal seal) {
        this.seal = seal;
    }

    @Override
    public void migrate(Context context) {
        var database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        var seals = new ArrayList<Object[]>();
        database.query("select id, event_count, last_event_hash from migration", row -> {
            var id = row.getObject(1, UUID.class);
            seals.add(new Object[] {seal.of(id, row.getInt(2), row.getString(3)), id});
        });
        database.batchUpdate("update migration set trail_seal = ? where id = ?", seals);
    }
}
