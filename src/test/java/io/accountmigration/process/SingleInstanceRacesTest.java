package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.move.VerificationWorkflow;
import io.accountmigration.migration.owners.RequestOwnerSearch;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What runs once for a publisher is started once, also when many ask for it at the same moment, on PostgreSQL. */
class SingleInstanceRacesTest extends PostgresScenario {

    private static final int ROUNDS = 5;

    @Autowired
    private RequestOwnerSearch requestOwnerSearch;

    @Autowired
    private VerificationWorkflow verificationWorkflow;

    @Autowired
    private TransactionTemplate transaction;

    @RepeatedTest(ROUNDS)
    void refusedStartsOfAPublisherWithoutOwnersOpenOneSearch() throws Exception {
        together(() -> requestOwnerSearch.after(Refusal.NO_OWNER, publisherId));

        assertThat(running("owner-search")).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void oneVerificationRunsAtATime() throws Exception {
        together(() -> transaction.executeWithoutResult(status -> verificationWorkflow.start(publisherId)));

        assertThat(running("account-verification")).isEqualTo(1);
    }

    private static void together(Runnable work) throws Exception {
        LimitRacesTest.atTheSameMoment(
                Stream.generate(() -> work).limit(LimitRacesTest.AT_ONCE).toList());
    }

    private long running(String processId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, processId)
                .count();
    }
}
