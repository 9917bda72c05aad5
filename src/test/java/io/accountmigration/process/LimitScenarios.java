package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.program.PersonLimitsSchedule;
import io.accountmigration.publisher.PersonLimits;
import io.accountmigration.publisher.PersonLimits.Kind;
import io.accountmigration.publisher.PersonLimits.Limit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How mails and disclosed names are counted. */
abstract class LimitScenarios extends Scenario {

    private static final Limit TWO_AN_HOUR = new Limit(Kind.MAIL, "somebody", 2, Duration.ofHours(1));
    private static final Limit ONE_A_DAY = new Limit(Kind.CODE_TO, "somebody", 1, Duration.ofDays(1));

    @Autowired
    private PersonLimits limits;

    @Autowired
    private PersonLimitsSchedule schedule;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aLimitIsFullUntilTheOldestUseCountsNoMore() {
        assertThat(take(TWO_AN_HOUR)).isTrue();
        var free = clock.instant().plus(Duration.ofHours(1));
        advance(Duration.ofMinutes(20));
        assertThat(take(TWO_AN_HOUR)).isTrue();

        assertThat(take(TWO_AN_HOUR)).isFalse();
        assertThat(limits.fullUntil(TWO_AN_HOUR)).contains(free);
        advance(Duration.ofMinutes(40));
        assertThat(take(TWO_AN_HOUR)).isTrue();
        assertThat(take(TWO_AN_HOUR)).isFalse();
    }

    @Test
    void ofSeveralLimitsAllAreUsedOrNone() {
        assertThat(take(ONE_A_DAY)).isTrue();

        assertThat(take(TWO_AN_HOUR, ONE_A_DAY)).isFalse();

        assertThat(take(TWO_AN_HOUR)).isTrue();
        assertThat(take(TWO_AN_HOUR)).isTrue();
    }

    @Test
    void whatIsUndoneDoesNotCount() {
        transaction.executeWithoutResult(open -> {
            assertThat(limits.take(List.of(ONE_A_DAY))).isEmpty();
            open.setRollbackOnly();
        });

        assertThat(take(ONE_A_DAY)).isTrue();
    }

    @Test
    void whatCountsNoMoreIsForgotten() {
        take(TWO_AN_HOUR);
        take(ONE_A_DAY);
        advance(Duration.ofHours(2));

        schedule.forget();

        assertThat(database.queryForList("select kind from person_use", String.class))
                .containsExactly("CODE_TO");
    }

    private boolean take(Limit... wanted) {
        return transaction.execute(open -> limits.take(List.of(wanted))).isEmpty();
    }
}
