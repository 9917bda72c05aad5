package io.accountmigration.migration.move;

import io.accountmigration.migration.JsonColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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

    protected VerificationReport() {}

    VerificationReport(UUID migrationId, List<VerifiedItem> items, Instant verifiedAt) {
        this.migrationId = migrationId;
        this.items = items;
        this.verifiedAt = verifiedAt;
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
