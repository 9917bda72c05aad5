package io.accountmigration.migration.owners;

import io.accountmigration.migration.Actor;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.followup.OwnerNotifications;
import io.accountmigration.migration.move.MoveBlocked;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.UserType;
import io.accountmigration.publisher.WriteResult;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes somebody whom an operator named an owner: in Cloud Partner Portal, and of the case where there is one. */
@Component
public class AppointOwner {

    private final CloudPartnerPortal portal;
    private final Migrations migrations;
    private final MigrationWorkflow workflow;
    private final OwnerNotifications ownerNotifications;
    private final Appointments appointments;
    private final PublisherPeople people;
    private final ActiveOwners activeOwners;
    private final Clock clock;

    AppointOwner(
            CloudPartnerPortal portal,
            Migrations migrations,
            MigrationWorkflow workflow,
            OwnerNotifications ownerNotifications,
            Appointments appointments,
            PublisherPeople people,
            ActiveOwners activeOwners,
            Clock clock) {
        this.portal = portal;
        this.migrations = migrations;
        this.workflow = workflow;
        this.ownerNotifications = ownerNotifications;
        this.appointments = appointments;
        this.people = people;
        this.activeOwners = activeOwners;
        this.clock = clock;
    }

    /**
     * Appoints the owner. Repeating it changes nothing.
     *
     * @return the portal's sentence where it does not take that owner
     */
    @Transactional
    public Optional<String> appoint(String publisherId, EmailAddress owner, String operator, String reason) {
        var roster = portal.rosterOf(publisherId)
                .orElseThrow(() -> new MoveBlocked("Cloud Partner Portal does not know the publisher any more"));
        var refused = write(publisherId, owner, roster);
        if (refused.isEmpty()) {
            appointments.save(new Appointment(publisherId, owner.value(), operator, reason, clock.instant()));
            people.forget(publisherId, owner.value());
            hand(publisherId, owner.value(), operator);
        }
        return refused;
    }

    private Optional<String> write(String publisherId, EmailAddress owner, PublisherRoster roster) {
        var entry = roster.users().stream()
                .filter(user -> user.signsInAs(owner.value()))
                .findFirst();
        if (entry.filter(PublisherUser::isActiveOwner).isPresent()) {
            return Optional.empty();
        }
        var wanted = new PublisherUser(
                entry.map(PublisherUser::userId).orElseGet(() -> idOf(publisherId, owner)),
                owner.value(),
                entry.map(PublisherUser::displayName).orElse(owner.value()),
                UserType.USER,
                PublisherRole.OWNER,
                true);
        var key = new RequestKey(searchOf(publisherId), "owner-appointment", owner.value() + "/" + roster.version());
        var writing = portal.putUser(publisherId, wanted, roster.version(), key);
        if (writing instanceof WriteResult.Stale) {
            throw new MoveBlocked("the publisher was changed while its owner was appointed");
        }
        return writing instanceof WriteResult.Refused refused ? Optional.of(refused.text()) : Optional.empty();
    }

    private void hand(String publisherId, String owner, String operator) {
        var living = migrations.findLivingForUpdate(Migration.keyOf(publisherId));
        living.filter(migration -> migration.state() == MigrationState.ACTION_REQUIRED)
                .ifPresent(migration -> {
                    migration.ownersRead(activeOwners.renewed(migration, activeOwners.askFromJob(publisherId)));
                    var name = migration.ownersAsRead().nameAt(owner);
                    migration.ownerNamed(name, Actor.person(operator), clock.instant());
                    var tasks = workflow.openTasks(List.of(migration.processInstanceId()));
                    tasks.values()
                            .forEach(task ->
                                    workflow.offer(task.taskId(), Optional.of(name), migration.coOwners(), migration));
                    ownerNotifications.invite(migration);
                });
        if (living.isEmpty()) {
            ownerNotifications.ofAppointment(publisherId, owner);
        }
    }

    private static String idOf(String publisherId, EmailAddress owner) {
        return nameBased("owner/" + Migration.keyOf(publisherId) + "/" + owner.value())
                .toString();
    }

    private static UUID searchOf(String publisherId) {
        return nameBased("owner-search/" + Migration.keyOf(publisherId));
    }

    private static UUID nameBased(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
