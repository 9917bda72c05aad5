package io.accountmigration.migration;

import io.accountmigration.publisher.RequestRefused;
import java.util.Optional;

/** Something that was asked for is not done, and nothing has changed. */
public class MigrationRefused extends RequestRefused {

    private final Refusal refusal;
    private final String publisherId;
    private final boolean ownersLeft;

    private MigrationRefused(Refusal refusal, String subject, String publisherId) {
        this(refusal, subject, publisherId, false);
    }

    private MigrationRefused(Refusal refusal, String subject, String publisherId, boolean ownersLeft) {
        super(refusal.name(), refusal.status(), subject);
        this.refusal = refusal;
        this.publisherId = publisherId;
        this.ownersLeft = ownersLeft;
    }

    /** A refusal to somebody who is not an owner, or no longer: it says who can act, without addresses for a former owner. */
    public static MigrationRefused toNoOwner(Migration migration, CaseOwners owners, String person) {
        return owners.included(person)
                ? new MigrationRefused(
                        Refusal.OWNER_NO_MORE,
                        migration.publisherId(),
                        null,
                        !owners.names().isEmpty())
                : because(Refusal.NOT_OWNER, migration.publisherId());
    }

    /** A refusal whose text names the subject: a publisher, a task, an input. */
    public static MigrationRefused because(Refusal refusal, String subject) {
        return new MigrationRefused(refusal, subject, null);
    }

    /** A refusal that points to the case of this publisher. */
    public static MigrationRefused because(Refusal refusal, Migration migration) {
        return inFavourOfTheCaseOf(migration.publisherId(), refusal);
    }

    /** A refusal that points to the case which this publisher has. */
    public static MigrationRefused inFavourOfTheCaseOf(String publisherId, Refusal refusal) {
        return new MigrationRefused(refusal, publisherId, publisherId);
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }

    /** Whether there are owners who can do what is refused; else operators can. */
    boolean leavesOwners() {
        return ownersLeft;
    }

    /** The publisher whose case the caller should look at, where there is one. */
    public Optional<String> publisherWithCase() {
        return Optional.ofNullable(publisherId);
    }
}
