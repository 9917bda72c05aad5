package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.migration.trail.MigrationEvents;
import io.accountmigration.partner.MovedAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows cases: to their owners, to operators, and to services. Makes no call to an outside system. */
@Component
@Transactional(readOnly = true)
public class ViewMigrations {

    private final Migrations migrations;
    private final MigrationPages newestFirst;
    private final MigrationEvents events;
    private final MigrationWorkflow workflow;
    private final MovedAccounts movedAccounts;
    private final Clock clock;

    ViewMigrations(
            Migrations migrations,
            MigrationPages newestFirst,
            MigrationEvents events,
            MigrationWorkflow workflow,
            MovedAccounts movedAccounts,
            Clock clock) {
        this.migrations = migrations;
        this.newestFirst = newestFirst;
        this.events = events;
        this.workflow = workflow;
        this.movedAccounts = movedAccounts;
        this.clock = clock;
    }

    /** The newest case of a publisher. */
    public CaseView latest(String publisherId, Caller caller) {
        var migration = migrations
                .latest(publisherId)
                .orElseThrow(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId));
        requireReader(migration, caller);
        var view = describe(List.of(migration)).get(0);
        return migration.state().isFinal() ? asItIsNow(view, migration) : view;
    }

    /** What has become of an account whose newest case is over: it may have been lost, or moved without that case. */
    private CaseView asItIsNow(CaseView view, Migration ended) {
        var publisherId = ended.publisherId();
        if (movedAccounts.isLost(publisherId)) {
            return view.ofLostAccount();
        }
        if (ended.state() != MigrationState.MIGRATED && movedAccounts.includes(publisherId)) {
            return view.ofAccountMovedSince();
        }
        return ended.endedInConflict() ? view.forOperators() : view;
    }

    /** The newest case of each of these publishers, as far as the caller may read it. */
    public List<CaseView> newestOf(Collection<String> publisherIds, Caller caller) {
        var keys = publisherIds.stream().map(Migration::keyOf).toList();
        return describe(migrations.findNewestOfEach(keys).stream()
                .filter(migration -> mayRead(migration, caller))
                .toList());
    }

    /** When the partner network is asked again about the enrolment that this case waits for. */
    public Optional<Instant> nextEnrolmentCheck(CaseView view) {
        return view.step() == MigrationStep.AWAIT_ENROLMENT && !view.state().isFinal()
                ? workflow.nextEnrolmentCheck(view.processInstanceId())
                : Optional.empty();
    }

    /** One case of a publisher, be it the newest or an earlier one. */
    public CaseView ofCase(String publisherId, UUID caseId, Caller caller) {
        var newest = latest(publisherId, caller);
        return newest.caseId().equals(caseId)
                ? newest
                : describe(List.of(requireCase(publisherId, caseId))).get(0);
    }

    private Migration requireCase(String publisherId, UUID caseId) {
        return migrations
                .findById(caseId)
                .filter(migration -> migration.isOf(publisherId))
                .orElseThrow(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId));
    }

    /** All cases of a publisher, newest first. */
    public List<CaseView> history(String publisherId, Caller caller) {
        var all = migrations.history(publisherId);
        if (all.isEmpty()) {
            throw MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId);
        }
        requireReader(all.get(0), caller);
        return describe(all);
    }

    /** One page of all cases, newest first. */
    public Window<CaseView> page(Optional<MigrationState> state, ScrollPosition position, int size) {
        return describe(state.map(wanted -> newestFirst.inState(wanted, position, size))
                .orElseGet(() -> newestFirst.all(position, size)));
    }

    /** One page of the open cases that this problem stands in the way of, newest first. */
    public Window<CaseView> withProblem(FindingCode problem, ScrollPosition position, int size) {
        return describe(newestFirst.withProblem(problem, position, size));
    }

    /** The open cases for which nothing has happened for longer than their step normally takes, the longest first. */
    public List<CaseView> withoutProgress(int atMost) {
        return describe(migrations.findByExpectedByBeforeOrderByExpectedByAscIdAsc(clock.instant(), Limit.of(atMost)));
    }

    /** These cases, newest first. */
    public List<CaseView> those(Collection<UUID> caseIds) {
        return describe(migrations.findByIdInOrderByStartedAtDescIdDesc(caseIds));
    }

    /** The audit trail of a publisher's newest case. */
    public List<MigrationEvent> trail(String publisherId) {
        return migrations
                .latest(publisherId)
                .map(migration -> events.trailOf(migration.id()))
                .orElseThrow(() -> MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, publisherId));
    }

    /** The same for this caller: operators, auditors, and the service that started the case. */
    public List<MigrationEvent> trail(String publisherId, Caller caller) {
        caller.require(Role.OPERATOR, Role.AUDITOR, Role.SERVICE);
        return forCaller(trail(publisherId), caller);
    }

    /** The audit trail of one case of a publisher, for the same callers. */
    public List<MigrationEvent> trailOfCase(String publisherId, UUID caseId, Caller caller) {
        caller.require(Role.OPERATOR, Role.AUDITOR, Role.SERVICE);
        return forCaller(events.trailOf(requireCase(publisherId, caseId).id()), caller);
    }

    private static List<MigrationEvent> forCaller(List<MigrationEvent> trail, Caller caller) {
        var hasStarted = trail.stream()
                .filter(event -> event.type() == MigrationEvent.Type.REQUESTED)
                .anyMatch(event -> event.actor().equals(caller.actor().id()));
        if (!hasStarted) {
            caller.require(Role.OPERATOR, Role.AUDITOR);
        }
        return trail;
    }

    private static void requireReader(Migration migration, Caller caller) {
        if (!mayRead(migration, caller)) {
            throw MigrationRefused.toNoOwner(migration, migration.ownersAsRead(), caller.userId());
        }
    }

    private static boolean mayRead(Migration migration, Caller caller) {
        return caller.mayNameOwners() || migration.isOwnedBy(caller.userId());
    }

    private Window<CaseView> describe(Window<Migration> window) {
        return Window.from(describe(window.getContent()), window::positionAt, window.hasNext());
    }

    private List<CaseView> describe(Collection<Migration> cases) {
        var living = cases.stream()
                .filter(migration -> !migration.state().isFinal())
                .map(Migration::processInstanceId)
                .toList();
        var tasks = living.isEmpty() ? Map.<String, OpenTask>of() : workflow.openTasks(living);
        var stuck = living.isEmpty() ? Set.<String>of() : workflow.stuck(living);
        var suspended = living.isEmpty() ? Set.<String>of() : workflow.suspended(living);
        var done = stepsDone(cases);
        return cases.stream()
                .map(migration -> describe(
                        migration,
                        suspended.contains(migration.processInstanceId()),
                        tasks,
                        stuck,
                        done.getOrDefault(migration.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<CaseView.StepDone>> stepsDone(Collection<Migration> cases) {
        var ids = cases.stream().map(Migration::id).toList();
        return ids.isEmpty()
                ? Map.of()
                : events.ofType(ids, MigrationEvent.Type.STEP_DONE).stream()
                        .collect(Collectors.groupingBy(
                                MigrationEvent::caseId,
                                Collectors.mapping(
                                        event -> new CaseView.StepDone(
                                                MigrationStep.valueOf(event.subject()), event.at()),
                                        Collectors.toList())));
    }

    private static CaseView describe(
            Migration migration,
            boolean suspended,
            Map<String, OpenTask> tasks,
            Set<String> stuck,
            List<CaseView.StepDone> stepsDone) {
        var stopped = !migration.state().isFinal() && stuck.contains(migration.processInstanceId());
        var task = Optional.ofNullable(tasks.get(migration.processInstanceId())).filter(open -> !suspended);
        return new CaseView(
                migration.id(),
                migration.publisherId(),
                migration.processInstanceId(),
                migration.state(),
                migration.step(),
                stepsDone,
                actors(migration, task, suspended || stopped),
                migration.since(),
                migration.startedAt(),
                migration.expectedBy(),
                problem(migration, suspended, stopped),
                task,
                migration.listedInPortal(),
                !suspended && !migration.state().isFinal() && !migration.move().isPastReturn(),
                stopped);
    }

    private static Optional<Finding> problem(Migration migration, boolean suspended, boolean stuck) {
        if (suspended) {
            return Optional.of(FindingCode.SUSPENDED.naming());
        }
        return migration
                .problem()
                .filter(known -> !stuck || known.code() != FindingCode.USERS_NOT_SHOWN_YET)
                .or(() -> stuck
                        ? Optional.of(FindingCode.STEP_STOPPED.naming(migration.publisherId()))
                        : Optional.empty());
    }

    private static List<String> actors(Migration migration, Optional<OpenTask> task, boolean stopped) {
        if (migration.state().isFinal()) {
            return List.of();
        }
        if (stopped) {
            return List.of(CaseView.OPERATORS);
        }
        if (migration.state() != MigrationState.ACTION_REQUIRED) {
            return List.of(CaseView.PROGRAM);
        }
        if (migration.owners().isEmpty()) {
            return List.of(CaseView.OPERATORS);
        }
        var assignee = task.flatMap(OpenTask::assignee).stream();
        return Stream.concat(assignee, migration.owners().stream())
                .map(migration::addressOf)
                .distinct()
                .toList();
    }
}
