package io.accountmigration.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** Has the engine also remember the activities of an instance, which the program does not: scenarios look at the way. */
class RememberedActivities extends AbstractProcessEnginePlugin {

    private static final Set<HistoryEventType> OF_ACTIVITIES = Set.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private volatile boolean on = true;

    /** Off where statements are counted: the program does not make those that this costs. */
    void turn(boolean isOn) {
        on = isOn;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryLevel(new WithActivities(configuration.getHistoryLevel()));
    }

    private class WithActivities extends AbstractHistoryLevel {

        private final HistoryLevel level;

        WithActivities(HistoryLevel level) {
            this.level = level;
        }

        @Override
        public int getId() {
            return level.getId();
        }

        @Override
        public String getName() {
            return level.getName();
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
            return on && OF_ACTIVITIES.contains(eventType) || level.isHistoryEventProduced(eventType, entity);
        }
    }
}
