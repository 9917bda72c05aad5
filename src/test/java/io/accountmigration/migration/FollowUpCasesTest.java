package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.followup.RemindOwners;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import io.accountmigration.migration.trail.VerifyTrails;
import io.accountmigration.publisher.PublisherRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowUpCasesTest extends CaseTest {

    @Autowired
    private RemindOwners remindOwners;

    @Autowired
    private VerifyTrails verifyTrails;

    @Test
    void nobodyGetsAMailBeforeItIsDue() {
        var instance = waiting();

        pass(Duration.ofDays(2));
        remindOwners.remind(instance);

        assertThat(mails.sent()).isEmpty();
    }

    @Test
    void theOwnerGetsAReminderThenTheOtherOwnersThenTheOperators() {
        addUser(CO_OWNER, PublisherRole.OWNER);
        var instance = waiting();

        for (var day = 1; day <= 15; day++) {
            pass(Duration.ofDays(1));
            remindOwners.remind(instance);
        }

        assertThat(mails.sent())
                .containsExactly(
                        "reminder to " + OWNER,
                        "reminder to " + OWNER,
                        "escalation to " + CO_OWNER,
                        "call to operators");
        assertThat(ownerSearch.whyFor(publisherId)).hasValue(Why.NOBODY_ACTS);
    }

    @Test
    void whereThereAreNoOthersTheOperatorsAreTold() {
        var instance = waiting();

        for (var day = 1; day <= 15; day++) {
            pass(Duration.ofDays(1));
            remindOwners.remind(instance);
        }

        assertThat(mails.sent()).containsExactly("reminder to " + OWNER, "reminder to " + OWNER, "call to operators");
    }

    @Test
    void whoActsIsLeftAloneUntilItIsDueAnew() {
        var instance = waiting();
        pass(Duration.ofDays(3));
        remindOwners.remind(instance);
        provide(instance, "person@outlook.com");
        mails.clear();

        pass(Duration.ofDays(2));
        remindOwners.remind(instance);

        assertThat(mails.sent()).isEmpty();
    }

    @Test
    void onePersonGetsAFewMailsADayForAllPublishersThatWait() {
        var instances = new ArrayList<String>();
        for (var number = 0; number < 8; number++) {
            var id = publisherId + "-" + number;
            portal.add(id, Optional.of(PARTNER_ID), "busy@contoso.com");
            startMigration.start(id, Optional.empty(), owner("busy@contoso.com"), Optional.empty());
            var instance = migrations.latest(id).orElseThrow().processInstanceId();
            ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
            instances.add(instance);
        }
        mails.clear();

        pass(Duration.ofDays(3));
        instances.forEach(remindOwners::remind);
        assertThat(mails.sent()).hasSize(5).containsOnly("reminder to busy@contoso.com");

        pass(Duration.ofDays(1));
        instances.forEach(remindOwners::remind);
        assertThat(mails.sent()).hasSize(8);
    }

    @Test
    void whoWasStartedForIsInvited() {
        startMigration.start(publisherId, Optional.of(OWNER), Caller.PROGRAM, Optional.empty());

        ask(theCase().processInstanceId(), MigrationStep.PROVIDE_WORK_EMAIL);

        assertThat(mails.sent()).containsExactly("invitation to " + OWNER);
    }

    @Test
    void theTrailOfACaseIsWhole() {
        var instance = waiting();
        pass(Duration.ofDays(3));
        remindOwners.remind(instance);

        assertThat(verifyTrails.of(publisherId).intact()).isTrue();
    }

    private String waiting() {
        var instance = start();
        ask(instance, MigrationStep.PROVIDE_WORK_EMAIL);
        mails.clear();
        return instance;
    }
}
