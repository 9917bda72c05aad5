package io.accountmigration.usersync;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A publisher whose users follow Partner Center from a point in time on. */
@Entity
@Table(name = "user_sync")
public class UserSync {

    @Id
    private String publisherKey;

    private String publisherId;
    private String accountId;
    private Instant watermark;

    protected UserSync() {}

    UserSync(String publisherId, String accountId, Instant watermark) {
        this.publisherKey = publisherId.toLowerCase(Locale.ROOT);
        this.publisherId = publisherId;
        this.accountId = accountId;
        this.watermark = watermark;
    }
}
