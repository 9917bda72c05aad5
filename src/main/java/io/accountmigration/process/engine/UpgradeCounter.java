package io.accountmigration.process.engine;

import io.accountmigration.migration.operations.ProcessUpgrade;
import io.accountmigration.migration.operations.ProcessUpgrade.Obstacle;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Counts what came of the instances of one version. */
class UpgradeCounter {

    private final ProcessDefinition earlier;
    private final ProcessDefinition current;
    private final Map<String, Map<String, Integer>> obstacles = new TreeMap<>();
    private int instances;
    private int carried;
    private int leftForNow;

    UpgradeCounter(ProcessDefinition earlier, ProcessDefinition current) {
        this.earlier = earlier;
        this.current = current;
    }

    void add(InstanceTransfer.Outcome outcome) {
        instances++;
        if (outcome instanceof InstanceTransfer.Carried) {
            carried++;
        } else if (outcome instanceof InstanceTransfer.Stays stays) {
            stays.reasons().forEach((activity, reason) -> obstacles
                    .computeIfAbsent(activity, key -> new TreeMap<>())
                    .merge(reason, 1, Integer::sum));
        } else {
            leftForNow++;
        }
    }

    ProcessUpgrade result() {
        var counted = obstacles.entrySet().stream()
                .flatMap(activity -> activity.getValue().entrySet().stream()
                        .map(reason -> new Obstacle(activity.getKey(), reason.getKey(), reason.getValue())))
                .toList();
        return new ProcessUpgrade(
                earlier.getKey(), earlier.getVersion(), current.getVersion(), instances, carried, leftForNow, counted);
    }
}
