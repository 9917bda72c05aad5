package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.mail.EngineMailQueue;
import io.accountmigration.process.migration.AccountMigrationModel;
import io.accountmigration.publisher.PublisherReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Limits of mails and names hold when everything falls due at the same moment, on PostgreSQL. */
class LimitRacesTest extends PostgresScenario {

    @Autowired
    private AssessEligibility assessEligibility;

    @Autowired
    private PublisherReader publisherReader;

    static final int AT_ONCE = 8;
    private static final int A_FEW = 5;

    @Test
    void mailsThatFallDueTogetherKeepToTheCap() throws Exception {
        var owner = "reminded@contoso.com";
        open(owner, Optional.of(PARTNER_ID));
        pass(Duration.ofDays(1));
        advance(Duration.ofDays(1));
        runJobs();
        letterbox.clear();
        advance(Duration.ofDays(1));
        allDueJobs().forEach(timer -> managementService.executeJob(timer.getId()));

        atTheSameMoment(allDueJobs().stream().map(this::running).toList());

        assertThat(mailsOnTheirWay()).isEqualTo(A_FEW);
        runJobs();
        assertThat(letterbox.letters())
                .hasSize(A_FEW)
                .extracting(Letterbox.Letter::to)
                .containsOnly(owner);
    }

    @Test
    void invitationsThatGoOutTogetherKeepToTheCap() throws Exception {
        var owner = "invited@contoso.com";
        publishers().forEach(publisher -> portal.add(publisher, Optional.of(PARTNER_ID), owner));

        atTheSameMoment(publishers()
                .map(publisher -> (Runnable) () -> workflow.start(publisher, Optional.of(owner), Caller.PROGRAM))
                .toList());
        atTheSameMoment(allDueJobs().stream()
                .filter(job -> !job.getProcessDefinitionKey().equals(EngineMailQueue.PROCESS_ID))
                .map(this::running)
                .toList());

        assertThat(mailsOnTheirWay()).isEqualTo(A_FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"victim@contoso.com", "Victim+%d@Contoso.com"})
    void codesThatAreAskedForTogetherAreFewForOneMailbox(String address) throws Exception {
        open("asking@contoso.com", Optional.of(PARTNER_ID));
        atTheSameMoment(tasks("userTask_provideWorkEmail", number -> Map.of("workEmail", address.formatted(number))));
        atTheSameMoment(allDueJobs().stream()
                .filter(job -> job.getProcessDefinitionKey().equals(AccountMigrationModel.PROCESS_ID))
                .map(this::running)
                .toList());
        atTheSameMoment(tasks("userTask_confirmWorkEmail", number -> Map.of("nextStep", "SEND_AGAIN")));
        runJobs();

        assertThat(letterbox.letters())
                .filteredOn(letter -> letter.subject().startsWith("Your code"))
                .hasSize(A_FEW);
        assertThat(cases())
                .allSatisfy(migration -> assertThat(migration.state()).isEqualTo(MigrationState.ACTION_REQUIRED));
        assertThat(cases()).anySatisfy(migration -> assertThat(
                        migration.problem().orElseThrow().code().name())
                .isEqualTo("CODE_NOT_SENT"));
    }

    @Test
    void namesThatAreRequestedTogetherAreShownAFewTimes() throws Exception {
        open("asking-for-names@contoso.com", Optional.of(PARTNER_ID));
        atTheSameMoment(tasks("userTask_provideWorkEmail", number -> Map.of("workEmail", "person@other.com")));

        atTheSameMoment(allDueJobs().stream().map(this::running).toList());

        assertThat(cases()).filteredOn(isNamed()).hasSize(A_FEW);
        assertThat(cases()).hasSize(AT_ONCE);
    }

    @Test
    void dryRunsAtTheSameMomentTellNamesAFewTimes() throws Exception {
        partnerNetwork.add("4000", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.of("4000"), OWNER);
        var snapshot = publisherReader.read(publisherId).orElseThrow();
        var findings = new ConcurrentLinkedQueue<Finding>();

        atTheSameMoment(Stream.<Runnable>generate(() -> () -> findings.addAll(assessEligibility
                        .assess(snapshot, Audience.owners(List.of(OWNER)))
                        .findings()))
                .limit(AT_ONCE)
                .toList());

        assertThat(findings)
                .hasSize(AT_ONCE)
                .filteredOn(finding -> !finding.arguments().isEmpty())
                .hasSize(A_FEW);
    }

    private static Predicate<Migration> isNamed() {
        return migration -> !migration.problem().orElseThrow().arguments().isEmpty();
    }

    private Stream<String> publishers() {
        return IntStream.range(0, AT_ONCE).mapToObj(number -> publisherId + "-" + number);
    }

    private void open(String owner, Optional<String> partnerId) {
        publishers().forEach(publisher -> {
            portal.add(publisher, partnerId, owner);
            workflow.start(publisher, Optional.of(owner), new Caller(owner, Set.of(Caller.Role.PUBLISHER_USER)));
        });
        runJobs();
        letterbox.clear();
    }

    private List<Migration> cases() {
        return publishers()
                .map(publisher -> migrations.latest(publisher).orElseThrow())
                .toList();
    }

    private List<Job> allDueJobs() {
        return managementService.createJobQuery().executable().list().stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .toList();
    }

    private Runnable running(Job job) {
        return () -> managementService.executeJob(job.getId());
    }

    private List<Runnable> tasks(String key, IntFunction<Map<String, Object>> inputs) {
        var tasks = taskService.createTaskQuery().taskDefinitionKey(key).list();
        return IntStream.range(0, tasks.size())
                .mapToObj(number -> complete(tasks.get(number), inputs.apply(number)))
                .toList();
    }

    private Runnable complete(Task task, Map<String, Object> inputs) {
        return () -> as(task.getAssignee(), () -> taskService.complete(task.getId(), inputs));
    }

    private long mailsOnTheirWay() {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(EngineMailQueue.PROCESS_ID)
                .count();
    }

    /** Each in a thread of its own, and none before all are ready. */
    static void atTheSameMoment(List<Runnable> works) throws Exception {
        assertThat(works).hasSize(AT_ONCE);
        var ready = new CyclicBarrier(works.size());
        var threads = Executors.newFixedThreadPool(works.size());
        try {
            var done = works.stream()
                    .map(work -> threads.submit(() -> {
                        ready.await(2, TimeUnit.MINUTES);
                        work.run();
                        return null;
                    }))
                    .toList();
            for (var each : done) {
                each.get(2, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
