package io.accountmigration.migration.move;

import io.accountmigration.migration.JsonColumn;
import io.accountmigration.partner.AccountReading;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was found when a moved account was last compared with the old one. */
@Entity
@Table(name = "verification_report")
public class VerificationReport {

    @Id
    private UUID migrationId;

    private Instant verifiedAt;

    @Convert(converter = JsonColumn.OfVerifiedItems.class)
    private List<VerifiedItem> items;

    /** Until the user sync has taken them. */
    @Convert(converter = JsonColumn.OfUsersRead.class)
    private UsersRead usersRead;

    protected VerificationReport() {}

    VerificationReport(UUID migrationId, List<VerifiedItem> items, UsersRead usersRead, Instant verifiedAt) {
        this(migrationId, items, verifiedAt);
        this.usersRead = usersRead;
    }

    VerificationReport(UUID migrationId, List<VerifiedItem> items, Instant verifiedAt) {
        this.migrationId = migrationId;
        this.items = items;
        this.verifiedAt = verifiedAt;
    }

    /** The users who were read, which are forgotten by that. */
    Optional<AccountReading> takeUsers() {
        var taken = Optional.ofNullable(usersRead).map(read -> read.at(verifiedAt));
        usersRead = null;
        return taken;
    }

    /** When both accounts were read. */
    public Instant verifiedAt() {
        return verifiedAt;
    }

    /** Every item, settings first. */
    public List<VerifiedItem> items() {
        return items;
    }
}
