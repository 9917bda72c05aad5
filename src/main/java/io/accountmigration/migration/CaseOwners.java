package io.accountmigration.migration;

import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.PublisherUser;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who owned the publisher of a case when the portal was last asked, and who did before. */
@Embeddable
public class CaseOwners {

    /** The names of the active ones. */
    @Convert(converter = JsonColumn.OfTexts.class)
    private List<String> owners = List.of();

    @Convert(converter = JsonColumn.OfOwners.class)
    private List<CaseOwner> portalOwners;

    private Instant ownersReadAt;

    protected CaseOwners() {}

    CaseOwners(List<NamedUser> read, Instant now) {
        this(read.stream().map(CaseOwner::of), now);
    }

    private CaseOwners(Stream<CaseOwner> known, Instant now) {
        portalOwners = known.toList();
        owners = active().map(CaseOwner::name).distinct().toList();
        ownersReadAt = now;
    }

    /** The portal was asked again: those who are gone are known as former owners from now on. */
    public CaseOwners renewed(List<NamedUser> read, Instant now) {
        var active = read.stream().map(CaseOwner::of).toList();
        var former = all().stream()
                .filter(owner -> active.stream().noneMatch(other -> other.isNamed(owner.name())))
                .map(CaseOwner::former);
        return new CaseOwners(Stream.concat(active.stream(), former), now);
    }

    private List<CaseOwner> all() {
        return portalOwners == null
                ? owners.stream()
                        .map(name -> new CaseOwner(null, name, name, true))
                        .toList()
                : portalOwners;
    }

    private Stream<CaseOwner> active() {
        return all().stream().filter(CaseOwner::active);
    }

    /** The names of the active owners. */
    List<String> names() {
        return owners;
    }

    /** The active owners as they were read. */
    public List<NamedUser> asRead() {
        return active().map(CaseOwner::asRead).toList();
    }

    /**
     * Refuses everybody but an active owner.
     *
     * @throws MigrationRefused to everybody else
     */
    public void require(String name, Migration migration) {
        if (!include(name)) {
            throw MigrationRefused.toNoOwner(migration, this, name);
        }
    }

    boolean include(String name) {
        return active().anyMatch(owner -> owner.isNamed(name));
    }

    /** Whether this person is, or was, an owner. */
    public boolean included(String name) {
        return all().stream().anyMatch(owner -> owner.isNamed(name));
    }

    /** Whether the portal was asked at that time or later. */
    public boolean areFrom(Instant time) {
        return ownersReadAt != null && !ownersReadAt.isBefore(time);
    }

    /** The address under which an owner is written to. */
    String addressOf(String name) {
        return all().stream()
                .filter(owner -> owner.isNamed(name))
                .findFirst()
                .map(CaseOwner::address)
                .orElse(name);
    }

    /** The name of the active owner who is written to under this address. */
    public String nameAt(String address) {
        return active().filter(owner -> owner.address().equals(address))
                .findFirst()
                .map(CaseOwner::name)
                .orElseThrow(
                        () -> new MoveBlocked("the owner who was named cannot act: the address is another person's"));
    }

    /** Whether this entry of the portal is the owner's of that name. */
    boolean isEntryOf(String name, PublisherUser user) {
        return active().filter(owner -> owner.isNamed(name))
                .anyMatch(owner -> owner.userId() == null
                        ? user.signsInAs(owner.address())
                        : owner.userId().equals(user.userId()));
    }

    /** The entry of the portal that is this active owner's, where it is known. */
    Optional<NamedUser> entryOf(String name) {
        return active().filter(owner -> owner.isNamed(name) && owner.userId() != null)
                .findFirst()
                .map(CaseOwner::asRead);
    }

    /** The owner who acts in place of this one: the same user entry under another name, else the first of the others. */
    public Optional<String> successorOf(String name) {
        var entries = all().stream()
                .filter(owner -> owner.isNamed(name) && owner.userId() != null)
                .map(CaseOwner::userId)
                .toList();
        return active().filter(owner -> entries.contains(owner.userId()))
                .findFirst()
                .or(() -> active().findFirst())
                .map(CaseOwner::name);
    }
}
