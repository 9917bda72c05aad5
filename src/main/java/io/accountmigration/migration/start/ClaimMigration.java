package io.accountmigration.migration.start;

import io.accountmigration.eligibility.StartCheck;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.publisher.NamedUser;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks that a migration may start and claims the publisher for it, in the transaction that starts the process: both
 * happen, or neither.
 */
@Component
public class ClaimMigration {

    /**
     * What the process starts with.
     *
     * @param publisherId in the portal's spelling
     * @param workEmail the address that the first task is pre-filled with
     */
    public record Claim(String publisherId, String workEmail) {}

    /** Clocks of two nodes may differ by less. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final StartReading startReading;
    private final StartCheck startCheck;
    private final Migrations migrations;
    private final PublisherPeople people;
    private final Clock clock;

    ClaimMigration(
            StartReading startReading,
            StartCheck startCheck,
            Migrations migrations,
            PublisherPeople people,
            Clock clock) {
        this.startReading = startReading;
        this.startCheck = startCheck;
        this.migrations = migrations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Claims the publisher.
     *
     * @return what the process starts with
     * @throws MigrationRefused when the migration may not start; nothing is left behind
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Claim claim(ClaimRequest request) {
        var publisherId = requireId(request.publisherId());
        var latest = migrations.latest(publisherId);
        var snapshot = read(publisherId, latest);
        var owners = people.ownersOf(snapshot.publisher().id(), List.of(), snapshot.users());
        var requestedBy = requestedBy(request, snapshot, owners);
        if (latest.filter(found -> !found.state().isFinal()).isPresent()) {
            throw alreadyRunning(snapshot);
        }
        var migration = Migration.claim(
                snapshot.publisher(),
                snapshot.users(),
                owners,
                requestedBy,
                request.processInstanceId(),
                request.language(),
                request.caller().actor(),
                clock.instant());
        try {
            migrations.saveAndFlush(migration);
        } catch (DataIntegrityViolationException lostTheRace) {
            throw alreadyRunning(snapshot);
        }
        return new Claim(migration.publisherId(), migration.workEmail());
    }

    /** A case that has just ended may have moved the publisher since it was read. */
    private PublisherSnapshot read(String publisherId, Optional<Migration> latest) {
        var reading = startReading.of(publisherId);
        var isOld = latest.filter(found -> found.endedAfter(reading.askedAt().minus(CLOCKS)))
                .isPresent();
        return (isOld ? startReading.ask(publisherId) : reading)
                .snapshot()
                .orElseThrow(() -> MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId));
    }

    private static String requireId(String given) {
        var publisherId = InvisibleText.trim(given);
        if (publisherId == null || publisherId.isBlank()) {
            throw MigrationRefused.because(Refusal.PUBLISHER_ID_MISSING, "");
        }
        if (StartReading.isTooLong(publisherId)) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, "publisherId");
        }
        if (!StartReading.canBe(publisherId)) {
            throw MigrationRefused.because(Refusal.PUBLISHER_NOT_FOUND, publisherId);
        }
        return publisherId;
    }

    private String requestedBy(ClaimRequest request, PublisherSnapshot snapshot, List<NamedUser> owners) {
        var publisherId = snapshot.publisher().id();
        var caller = request.caller();
        var self = normal(caller.userId());
        if (!caller.mayNameOwners()
                && owners.stream().noneMatch(owner -> owner.name().equals(self))) {
            throw MigrationRefused.because(Refusal.NOT_OWNER, publisherId);
        }
        startCheck.check(snapshot).ifPresent(obstacle -> {
            throw MigrationRefused.because(Refusal.of(obstacle), publisherId);
        });
        var named = request.requestedBy().map(ClaimMigration::normal).filter(name -> !name.isBlank());
        if (caller.mayNameOwners()) {
            var owner = named.orElseThrow(() -> MigrationRefused.because(Refusal.REQUESTED_BY_MISSING, publisherId));
            return ownerOf(publisherId, owners, owner);
        }
        if (named.isPresent() && !ownerOf(publisherId, owners, named.get()).equals(self)) {
            throw MigrationRefused.because(Refusal.NOT_OWNER, publisherId);
        }
        return self;
    }

    /** The name of the owner who signs in under the address that was given, or is known by it. */
    private static String ownerOf(String publisherId, List<NamedUser> owners, String named) {
        if (named.length() > EmailAddress.MAX_LENGTH) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, "requestedBy");
        }
        return owners.stream()
                .filter(owner -> owner.address().equals(named) || owner.name().equals(named))
                .findFirst()
                .map(NamedUser::name)
                .orElseThrow(() -> MigrationRefused.because(Refusal.NOT_OWNER, publisherId));
    }

    private static MigrationRefused alreadyRunning(PublisherSnapshot snapshot) {
        return MigrationRefused.inFavourOfTheCaseOf(snapshot.publisher().id(), Refusal.ALREADY_RUNNING);
    }

    /** Normalised for comparison; a malformed address stays as it is, and matches nobody. */
    private static String normal(String address) {
        return EmailAddress.parse(address).map(EmailAddress::value).orElse(InvisibleText.trim(address));
    }
}
