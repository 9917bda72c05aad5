package io.accountmigration.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** What the engine remembers: activities, incidents, and who operated on what. The audit of the cases is ours. */
class OperationsHistoryLevel extends HistoryLevelActivity {

    @Override
    public int getId() {
        return 20;
    }

    @Override
    public String getName() {
        return "operations";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return super.isHistoryEventProduced(eventType, entity)
                || HistoryEventTypes.INCIDENT_CREATE == eventType
                || HistoryEventTypes.INCIDENT_MIGRATE == eventType
                || HistoryEventTypes.INCIDENT_RESOLVE == eventType
                || HistoryEventTypes.INCIDENT_DELETE == eventType
                || HistoryEventTypes.USER_OPERATION_LOG == eventType;
    }
}
