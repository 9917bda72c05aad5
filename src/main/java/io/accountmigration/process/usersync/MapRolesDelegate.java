package io.accountmigration.process.usersync;

import io.accountmigration.usersync.cycle.MapRoles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Map roles". */
@Component
class MapRolesDelegate implements JavaDelegate {

    private final MapRoles mapRoles;

    MapRolesDelegate(MapRoles mapRoles) {
        this.mapRoles = mapRoles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mapRoles.map(SyncCycleHolder.get());
    }
}
