package io.accountmigration.process;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;

import io.accountmigration.benchmark.Counts;
import io.accountmigration.benchmark.Counts.Statement;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.campaign.forecast.MoveCost;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.UserType;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the straight way costs in statements, counted and not measured. Who changes a number here has changed what every
 * migration costs: lower is welcome, higher needs a reason.
 */
abstract class CostScenarios extends Scenario {

    @Autowired
    private Tally tally;

    @Autowired
    private RememberedActivities rememberedActivities;

    @BeforeEach
    void asTheProgramRemembers() {
        rememberedActivities.turn(false);
    }

    @AfterEach
    void asScenariosRemember() {
        rememberedActivities.turn(true);
    }

    @Test
    void startingACaseCostsThis() {
        assertCosts(cost(() -> workflow.start(publisherId, Optional.of(OWNER), owner())), 16, 5);
    }

    @Test
    void completingAnOwnersTaskCostsThis() {
        start();
        var task = task();

        assertCosts(cost(() -> as(OWNER, () -> taskService.complete(task.getId(), Map.of("workEmail", OWNER)))), 23, 3);
    }

    @Test
    void theJobBeforeTheTaskCostsThis() {
        workflow.start(publisherId, Optional.of(OWNER), owner());

        assertCosts(costOfJobs(), 18, 3);
    }

    @Test
    void theJobsFromTheTaskToTheEndCostThis() {
        start();
        as(OWNER, () -> taskService.complete(task().getId(), Map.of("workEmail", OWNER)));

        // Eleven of them are the mail that tells the owner of the end, twelve the user sync with its first comparison.
        assertCosts(costOfJobs(), 122, 43);
        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
    }

    @Test
    void aStraightCaseOfTwoUsersMakesTheseCalls() {
        assertThat(callsOfCaseWith(1))
                .isEqualTo(Map.of("cpp", 6, "partner-center", 16, "directory", 2))
                .isEqualTo(callsInForecasts(2));
    }

    @Test
    void eachFurtherUserIsOneCallMore() {
        assertThat(callsOfCaseWith(11))
                .isEqualTo(Map.of("cpp", 6, "partner-center", 26, "directory", 2))
                .isEqualTo(callsInForecasts(12));
    }

    @Test
    void stepsThatCannotHandAnythingOverAskAgain() {
        handNothingOver();

        // The users and the settings of the old account, and two lists of members and the state of the new one.
        assertThat(callsOfCaseWith(1)).isEqualTo(Map.of("cpp", 8, "partner-center", 19, "directory", 2));
    }

    private static Map<String, Integer> callsInForecasts(int users) {
        return MoveCost.BY_SYSTEM.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, cost -> cost.getValue().of(users)));
    }

    private Map<String, Integer> callsOfCaseWith(int colleagues) {
        IntStream.rangeClosed(1, colleagues)
                .forEach(n -> portal.addUser(
                        publisherId, "colleague" + n + "@contoso.com", UserType.USER, PublisherRole.CONTRIBUTOR));
        clearInvocations(portal, partnerCenter, partnerNetwork, directory);

        workflow.start(publisherId, Optional.of(OWNER), owner());
        runJobs();
        provide(OWNER);

        assertThat(theCase().state()).isEqualTo(MigrationState.MIGRATED);
        return Map.of(
                "cpp", callsTo(portal),
                "partner-center", callsTo(partnerCenter) + callsTo(partnerNetwork),
                "directory", callsTo(directory));
    }

    /** The adapters make one call for each question but for these; their own tests count that. */
    private static int callsTo(Object port) {
        return mockingDetails(port).getInvocations().stream()
                .filter(invocation -> !invocation.getLocation().getSourceFile().startsWith("InMemory"))
                .mapToInt(invocation -> {
                    var name = invocation.getMethod().getName();
                    return port instanceof PartnerNetwork
                            ? 3
                            : switch (name) {
                                case "kindOf", "unlock", "close" -> 2;
                                default -> 1;
                            };
                })
                .sum();
    }

    /** With a statement for each job that the job executor does not make: whether the caller may run it. */
    private Counts costOfJobs() {
        var costs = new ArrayList<Counts>();
        asTheJobExecutor(() -> {
            for (var job = due(); job.isPresent(); job = due()) {
                var id = job.get().getId();
                costs.add(cost(() -> managementService.executeJob(id)));
            }
        });
        return costs.stream().reduce(Counts.NONE, Counts::plus);
    }

    private Optional<Job> due() {
        return managementService.createJobQuery().processInstanceId(instanceId()).executable().list().stream()
                .findFirst();
    }

    private Counts cost(Runnable work) {
        var before = tally.counts();
        work.run();
        return tally.counts().since(before);
    }

    private static void assertCosts(Counts counts, long ofEngine, long ofOurs) {
        var engine = counts.ofEngine(Statement::executions);
        assertThat(Map.of("engine", engine, "ours", counts.total(Statement::executions) - engine))
                .as(() -> String.join("\n", counts.perCase(1)))
                .isEqualTo(Map.of("engine", ofEngine, "ours", ofOurs));
    }
}
