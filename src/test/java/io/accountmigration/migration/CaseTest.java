package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.move.ActivatePartnerCenterAccount;
import io.accountmigration.migration.move.LockPublisher;
import io.accountmigration.migration.move.MakePublisherReadOnly;
import io.accountmigration.migration.move.MoveOutcome;
import io.accountmigration.migration.move.OpenPartnerCenterAccount;
import io.accountmigration.migration.move.TransferSettings;
import io.accountmigration.migration.move.TransferUsers;
import io.accountmigration.migration.move.VerifyMove;
import io.accountmigration.migration.owners.OfferToOwners;
import io.accountmigration.migration.preparation.CheckPartnerMembership;
import io.accountmigration.migration.preparation.CheckWorkEmail;
import io.accountmigration.migration.preparation.PreparationStatus;
import io.accountmigration.migration.preparation.RecordPartnerId;
import io.accountmigration.migration.preparation.RecordWorkEmail;
import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.ports.OnePublisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.UserType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** A case without the engine: a test calls the use cases in the order in which the process does. */
@SpringBootTest(
        classes = MigrationTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:cases;DB_CLOSE_DELAY=-1",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.flyway.locations=classpath:db/migration",
            "migration.trail.key=a-key-of-at-least-thirty-two-characters",
        })
@ActiveProfiles("case-test")
abstract class CaseTest extends OnePublisher {

    @Autowired
    InMemoryWorkflow workflow;

    @Autowired
    InMemoryOwnerSearch ownerSearch;

    @Autowired
    SentMails mails;

    @Autowired
    StartMigration startMigration;

    @Autowired
    CheckPartnerMembership checkPartnerMembership;

    @Autowired
    OfferToOwners offerToOwners;

    @Autowired
    RecordWorkEmail recordWorkEmail;

    @Autowired
    CheckWorkEmail checkWorkEmail;

    @Autowired
    RecordPartnerId recordPartnerId;

    @Autowired
    LockPublisher lockPublisher;

    @Autowired
    OpenPartnerCenterAccount openPartnerCenterAccount;

    @Autowired
    TransferSettings transferSettings;

    @Autowired
    TransferUsers transferUsers;

    @Autowired
    VerifyMove verifyMove;

    @Autowired
    MakePublisherReadOnly makePublisherReadOnly;

    @Autowired
    ActivatePartnerCenterAccount activatePartnerCenterAccount;

    @Autowired
    EndMigration endMigration;

    @BeforeEach
    void nothingWasSaid() {
        mails.clear();
        ownerSearch.clear();
        workflow.said().clear();
        workflow.offers().clear();
    }

    static Caller owner(String name) {
        return new Caller(name, Set.of(Caller.Role.PUBLISHER_USER));
    }

    void addUser(String address, PublisherRole role) {
        portal.addUser(publisherId, address, UserType.USER, role);
    }

    /** Starts the case for its owner; answers its process instance. */
    String start() {
        startMigration.start(publisherId, Optional.empty(), owner(OWNER), Optional.empty());
        var instance = theCase().processInstanceId();
        checkPartnerMembership.check(instance);
        return instance;
    }

    /** The process asks an owner for something. */
    OfferToOwners.Offer ask(String instance, MigrationStep task) {
        var offer = offerToOwners.offer(instance, task);
        workflow.waitAtTask(instance, offer.assignee());
        return offer;
    }

    PreparationStatus provide(String instance, String address) {
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        assertThat(recordWorkEmail.record(instance, address)).as(address).isTrue();
        return checkWorkEmail.check(instance);
    }

    /** A case that is prepared and may move. */
    String prepared() {
        var instance = start();
        assertThat(provide(instance, OWNER).codeNeeded()).isFalse();
        return instance;
    }

    /** A case whose publisher is locked and whose account is open. */
    String opened() {
        var instance = prepared();
        assertThat(lockPublisher.lock(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(openPartnerCenterAccount.openFor(instance)).isEqualTo(MoveOutcome.DONE);
        return instance;
    }

    void transfer(String instance) {
        assertThat(transferSettings.transfer(instance)).isEqualTo(MoveOutcome.DONE);
        assertThat(transferUsers.transfer(instance)).isEqualTo(MoveOutcome.DONE);
    }

    String transferred() {
        var instance = opened();
        transfer(instance);
        return instance;
    }

    /** The next step runs so late that it asks for everything itself, as it does on another node. */
    void handNothingOver() {
        pass(Duration.ofMinutes(1));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    static void assertRefused(Refusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
