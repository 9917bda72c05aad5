package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.campaign.readiness.StartReadinessReport;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.ViewReadinessReports;
import io.accountmigration.eligibility.Severity;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.PublisherSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever an account is like: what a readiness report says of it is what its migration then meets, with the owner's
 * sign-in address as the work address.
 */
abstract class DryRunScenarios extends Scenario {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunScenarios.class);
    private static final Set<String> OF_THE_ADDRESS =
            Set.of("EMAIL_INVALID", "CONSUMER_ACCOUNT", "NO_TENANT", "UNMANAGED_TENANT", "TENANT_MISMATCH");

    @Autowired
    private StartReadinessReport startReadinessReport;

    @Autowired
    private ViewReadinessReports viewReadinessReports;

    @BeforeEach
    void knowAllMemberships() {
        partnerNetwork.add("1001", Vetting.AUTHORIZED, OTHER);
        partnerNetwork.add("1002", Vetting.AUTHORIZED, OTHER, CONTOSO);
        partnerNetwork.add("2000", Vetting.PENDING, CONTOSO);
        partnerNetwork.add("2001", Vetting.REJECTED, CONTOSO);
        partnerNetwork.add("3000", Vetting.AUTHORIZED);
    }

    @Test
    void theDryRunOfASampleSaysWhatTheMigrationMeets() {
        compare(100, Seed.ofThisRun());
    }

    @Tag("full")
    @Test
    void theDryRunOfTwoThousandAccountsSaysWhatTheMigrationMeets() {
        compare(2000, Seed.ofThisRun());
    }

    private void compare(int number, long seed) {
        LOG.info("{} random accounts with -Dseed={}", number, seed);
        var accounts = IntStream.range(0, number)
                .mapToObj(place -> RandomAccount.of(seed + place))
                .toList();
        accounts.forEach(account -> portal.put(account.publisher(), account.users()));
        var needs = new EnumMap<ReadinessCategory, Integer>(ReadinessCategory.class);
        var results = assess(accounts);
        for (var place = 0; place < number; place++) {
            var account = accounts.get(place);
            var dry = results.get(place);
            assertThat(migrate(account))
                    .as("-Dseed=" + (seed + place) + " " + account)
                    .isEqualTo(say(dry));
            needs.merge(dry.need(), 1, Integer::sum);
        }
        LOG.info("{} random accounts, no difference: {}", number, needs);
        assertThat(needs)
                .containsOnlyKeys(
                        ReadinessCategory.CONFIRM_ONLY,
                        ReadinessCategory.ANOTHER_WORK_ADDRESS,
                        ReadinessCategory.ENROL,
                        ReadinessCategory.NO_OWNER,
                        ReadinessCategory.ALREADY_MIGRATED);
    }

    private List<ReadinessResultView> assess(List<RandomAccount> accounts) {
        var rows = IntStream.range(0, accounts.size())
                .mapToObj(
                        place -> new SelectedRow(place + 1, accounts.get(place).publisherId()))
                .toList();
        var started = startReadinessReport.on(rows, OnError.REJECT, "operator", Optional.empty());
        runJobs();
        return viewReadinessReports.results(started.reportId(), Optional.empty(), -1, accounts.size());
    }

    /** What a verdict promises, or a migration met: the need, and every code, in order of the alphabet. */
    private record Course(ReadinessCategory need, List<String> codes) {}

    private static Course say(ReadinessResultView dry) {
        var carried = dry.need() == ReadinessCategory.CONFIRM_ONLY;
        // What is not carried over is known only when the account moves.
        Predicate<Severity> shows = severity -> carried || severity != Severity.NOTICE;
        return new Course(
                dry.need(),
                dry.findings().stream()
                        .filter(finding -> shows.test(finding.code().severity()))
                        .map(finding -> finding.code().name())
                        .sorted()
                        .toList());
    }

    private Course migrate(RandomAccount account) {
        var owners = new PublisherSnapshot(account.publisher(), account.users()).owners();
        try {
            workflow.start(
                    account.publisherId(), owners.stream().findFirst().or(() -> Optional.of(OWNER)), Caller.PROGRAM);
        } catch (MigrationRefused refused) {
            var code = refused.refusal().name();
            return new Course(ReadinessCategory.valueOf(code), List.of(code));
        }
        runJobs();
        var codes = new TreeSet<String>();
        complete(account, "workEmail", owners.get(0));
        var addressProblem = problemOf(account);
        if (OF_THE_ADDRESS.contains(addressProblem)) {
            codes.add(addressProblem);
            complete(account, "workEmail", acceptedFor(account));
        }
        var membershipProblem = problemOf(account);
        if (membershipProblem.startsWith("PARTNER_ID_")) {
            codes.add(membershipProblem);
        }
        var course = courseOf(account, codes);
        runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(account.publisherId())
                .list()
                .forEach(instance -> runtimeService.deleteProcessInstance(instance.getId(), "seen enough"));
        return course;
    }

    private Course courseOf(RandomAccount account, Set<String> codes) {
        var migration = migrations.latest(account.publisherId()).orElseThrow();
        if (codes.isEmpty()) {
            assertThat(migration.state()).isEqualTo(MigrationState.MIGRATED);
            return new Course(
                    ReadinessCategory.CONFIRM_ONLY,
                    migration.usersLeftBehind().stream()
                            .map(user -> user.finding().code().name())
                            .sorted()
                            .toList());
        }
        var need = codes.stream().anyMatch(OF_THE_ADDRESS::contains) && codes.size() == 1
                ? ReadinessCategory.ANOTHER_WORK_ADDRESS
                : ReadinessCategory.ENROL;
        return new Course(need, List.copyOf(codes));
    }

    /** An address that lives where the account's membership does. */
    private static String acceptedFor(RandomAccount account) {
        return account.publisher()
                        .partnerId()
                        .map(String::strip)
                        .filter("1001"::equals)
                        .isPresent()
                ? "helper@other.com"
                : "helper@contoso.com";
    }

    private String problemOf(RandomAccount account) {
        return migrations
                .latest(account.publisherId())
                .orElseThrow()
                .problem()
                .map(finding -> finding.code().name())
                .orElse("none");
    }

    private void complete(RandomAccount account, String input, String value) {
        var task = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(account.publisherId())
                .singleResult();
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_provideWorkEmail");
        as(task.getAssignee(), () -> taskService.complete(task.getId(), Map.of(input, value)));
        runJobs();
    }
}
