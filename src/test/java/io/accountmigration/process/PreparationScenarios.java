package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.PublisherStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What owners provide about themselves until the account can move. */
abstract class PreparationScenarios extends Scenario {

    @Test
    void anAccountWithNothingInTheWayGoesStraightThrough() {
        start();

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(task()).isAssignedTo(OWNER);
        assertThat(instance()).variables().containsEntry("workEmail", OWNER);

        provide(OWNER);

        assertThat(isOver()).isTrue();
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        assertThat(portal.publisher(publisherId).status()).isEqualTo(PublisherStatus.READ_ONLY);
        assertThat(partnerCenter.accountOf(publisherId).orElseThrow().state()).isEqualTo(State.ACTIVE);
        assertThat(partnerCenter.principalsOf(publisherId)).containsExactly("MANAGER " + OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "no address,             EMAIL_INVALID",
        "person@outlook.com,     CONSUMER_ACCOUNT",
        "person@nowhere.example, NO_TENANT",
        "person@unmanaged.com,   UNMANAGED_TENANT",
        "person@other.com,       TENANT_MISMATCH"
    })
    void anAddressThatWillNotDoComesBackWithTheReason(String workEmail, String reason) {
        startAndProvide(workEmail);

        assertThat(instance()).isWaitingAt("userTask_provideWorkEmail");
        assertThat(instance()).variables().containsEntry("problemCode", reason);
        assertThat(problem()).isEqualTo(reason);

        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aDirectoryThatIsDownIsNotAWrongAddress() {
        untilAnOperatorRetries(new TenantDirectoryUnavailable("down", null, null))
                .given(directory)
                .kindOf(any());

        startAndProvide(OWNER);
        waitOutTheRetries();

        assertThat(incident().getActivityId()).isEqualTo("serviceTask_checkWorkEmail");
        assertThat(theCase().state()).isEqualTo(MigrationState.VALIDATING);

        retryAsAnOperator();

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }
}
