package io.accountmigration.process;

import io.accountmigration.process.engine.V1CreateEngineTables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as the first release left it: its tables, and what people did with it. */
final class EarlierDatabase {

    static final String PUBLISHER = "contoso";
    static final String SYNCED_PUBLISHER = "earlier-publisher";
    static final Instant WATERMARK = Instant.parse("2025-11-05T10:00:00Z");

    private static final Instant STARTED = Instant.parse("2025-11-03T09:00:00.123456Z");
    private static final Instant ENDED = Instant.parse("2025-11-04T09:00:00Z");
    private static final String LAST_VERSION = "3";

    private final JdbcClient database;
    private String lastHash;
    private int position;

    private EarlierDatabase(JdbcClient database) {
        this.database = database;
    }

    static void at(String url, String user) {
        DataSource source = new DriverManagerDataSource(url, user, "");
        Flyway.configure()
                .dataSource(source)
                .javaMigrations(new V1CreateEngineTables())
                .target(LAST_VERSION)
                .load()
                .migrate();
        new EarlierDatabase(JdbcClient.create(source)).fill();
    }

    private void fill() {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into migration (id, version, publisher_id, publisher_key, process_instance_id, state, step,
                          since, started_at, ended_at, language, acting_owner, owners, work_email, work_email_proven,
                          membership, partner_tenants, transferred_areas, given_up, users_left_behind, event_count,
                          last_event_hash)
                        values (:id, 3, 'Contoso', :publisher, 'gone', 'CANCELLED', 'PROVIDE_WORK_EMAIL', :ended,
                          :started, :ended, 'en', 'owner@contoso.com', '["owner@contoso.com"]', 'owner@contoso.com', false,
                          'USABLE', '[]', '[]', true, '[]', 2, '')""")
                .param("id", id)
                .param("publisher", PUBLISHER)
                .param("started", Timestamp.from(STARTED))
                .param("ended", Timestamp.from(ENDED))
                .update();
        lastHash = id.toString();
        tell(id, "REQUESTED", "Contoso", STARTED);
        tell(id, "ENDED", "CANCELLED", ENDED);
        database.sql("update migration set last_event_hash = ? where id = ?")
                .params(lastHash, id)
                .update();
        database.sql("""
                        insert into user_sync (publisher_key, publisher_id, account_id, watermark, turned_off,
                          reconcile_reason) values (:publisher, :publisher, 'account', :watermark, true, null)""")
                .param("publisher", SYNCED_PUBLISHER)
                .param("watermark", Timestamp.from(WATERMARK))
                .update();
    }

    private void tell(UUID migration, String type, String subject, Instant at) {
        position++;
        lastHash =
                sha256(String.join("|", lastHash, String.valueOf(position), type, subject, "process", at.toString()));
        database.sql("""
                        insert into migration_event (id, migration_id, position, type, subject, actor, happened_at, hash)
                        values (?, ?, ?, ?, ?, 'process', ?, ?)""")
                .params(UUID.randomUUID(), migration, position, type, subject, Timestamp.from(at), lastHash)
                .update();
    }

    static String sha256(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
