package io.accountmigration.process.engine;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.operations.ProcessUpgrade;
import io.accountmigration.migration.operations.ProcessVersions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.springframework.stereotype.Component;

/** Carries instances by the engine's migration plans: an activity goes to the one of the same id and kind. */
@Component
class EngineProcessVersions implements ProcessVersions {

    /** Callers are not kept waiting longer; what is left goes with their next call. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final InstanceTransfer instanceTransfer;
    private final CurrentCaller currentCaller;
    private final Clock clock;

    EngineProcessVersions(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            InstanceTransfer instanceTransfer,
            CurrentCaller currentCaller,
            Clock clock) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.instanceTransfer = instanceTransfer;
        this.currentCaller = currentCaller;
        this.clock = clock;
    }

    @Override
    public List<ProcessUpgrade> upgrade(Caller caller, boolean dryRun) {
        var until = clock.instant().plus(PATIENCE);
        return currentCaller.actAs(
                caller,
                () ->
                        repositoryService
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .orderByProcessDefinitionKey()
                                .asc()
                                .list()
                                .stream()
                                .flatMap(current -> upgradeTo(current, until, dryRun))
                                .toList());
    }

    private Stream<ProcessUpgrade> upgradeTo(ProcessDefinition current, Instant until, boolean dryRun) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(current.getKey())
                .withoutTenantId()
                .list()
                .stream()
                .filter(earlier -> earlier.getVersion() < current.getVersion())
                .sorted(Comparator.comparing(ProcessDefinition::getVersion))
                .map(earlier -> upgrade(earlier, current, until, dryRun))
                .filter(upgrade -> upgrade.instances() > 0);
    }

    private ProcessUpgrade upgrade(
            ProcessDefinition earlier, ProcessDefinition current, Instant until, boolean dryRun) {
        var tally = new UpgradeCounter(earlier, current);
        var instances = instancesOf(earlier);
        if (instances.isEmpty()) {
            return tally.result();
        }
        var plan = planOf(earlier, current);
        for (var instance : instances) {
            if (clock.instant().isAfter(until)) {
                tally.add(new InstanceTransfer.Busy());
            } else {
                tally.add(instanceTransfer.carry(instance, plan, dryRun));
            }
        }
        return tally.result();
    }

    /**
     * An activity that has moved into or out of a phase is the same activity, which the engine does not take for granted.
     * Triggers are not renewed: a deadline must not start again because of a new version.
     */
    private MigrationPlan planOf(ProcessDefinition earlier, ProcessDefinition current) {
        var plan = runtimeService
                .createMigrationPlan(earlier.getId(), current.getId())
                .mapEqualActivities();
        var before = scopesOf(earlier);
        scopesOf(current).forEach((activity, scope) -> {
            if (before.containsKey(activity) && !before.get(activity).equals(scope)) {
                plan.mapActivities(activity, activity);
            }
        });
        return plan.build();
    }

    /** The activities of a version, each with what it is drawn in. */
    private Map<String, String> scopesOf(ProcessDefinition definition) {
        return repositoryService
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(Activity.class)
                .stream()
                .collect(Collectors.toMap(
                        Activity::getId, activity -> activity.getParentElement().getAttributeValue("id")));
    }

    private List<String> instancesOf(ProcessDefinition definition) {
        return runtimeService.createProcessInstanceQuery().processDefinitionId(definition.getId()).list().stream()
                .map(ProcessInstance::getProcessInstanceId)
                .toList();
    }
}
