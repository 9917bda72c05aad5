package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Refusal;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.partner.Vetting;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may happen while an account is prepared, whatever it waits for. */
abstract class InterruptionScenarios extends Scenario {

    @Test
    void aCaseThatWaitsForAnOwnerIsCancelledAtOnce() {
        start();

        cancel();

        assertThat(isOver()).isTrue();
        assertThat(theCase().state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(migrations.living(publisherId)).isEmpty();
    }

    @Test
    void aCaseThatIsBeingCheckedIsCancelledAtOnce() {
        start();
        letMemoryPass();
        untilAnOperatorRetries(new TenantDirectoryUnavailable("down", null, null))
                .given(directory)
                .kindOf(any());
        provide(OWNER);
        assertThat(theCase().state()).isEqualTo(MigrationState.VALIDATING);

        cancel();

        assertThat(theCase().state()).isEqualTo(MigrationState.CANCELLED);
        assertThat(isOver()).isTrue();
    }

    @Test
    void aCaseThatWasCancelledCannotBeCancelledAgain() {
        start();
        cancel();

        assertThatThrownBy(this::cancel)
                .isInstanceOfSatisfying(MigrationRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_RUNNING));
    }

    @Test
    void aCancelledPublisherCanStartAgain() {
        start();
        cancel();
        pass(Duration.ofMinutes(1));

        startAndProvide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void anAccountThatIsNotPreparedInTimeExpires() {
        start();

        pass(Duration.ofDays(60));

        assertThat(isOver()).isTrue();
        assertThat(theCase().state()).isEqualTo(MigrationState.EXPIRED);
    }

    @Test
    void nobodyIsRemindedWhileThePartnerNetworkVerifies() {
        partnerNetwork.add("3000", Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of("3000"), OWNER);
        startAndProvide(OWNER);
        letterbox.clear();

        pass(Duration.ofDays(7));

        assertThat(letterbox.letters()).isEmpty();
    }
}
