package io.accountmigration.process;

import java.util.List;
import java.util.function.Supplier;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Spares the engine statements whose answer is known. Whatever is not known is asked as ever. */
@Component
class EngineEconomy extends AbstractProcessEnginePlugin {

    /** Names the factory that reads durations; where nobody did, each timer has all libraries searched for one. */
    private static final String DURATIONS = DatatypeFactory.DATATYPEFACTORY_PROPERTY;

    private final JdbcTemplate database;

    EngineEconomy(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        QueriesAlone.prepare(configuration);
        if (System.getProperty(DURATIONS) == null) {
            System.setProperty(
                    DURATIONS, DatatypeFactory.newDefaultInstance().getClass().getName());
        }
        var jobDefinitions = new KnownJobDefinitions.Memory();
        configuration.setCommandCheckers(
                List.of(new TenantCommandChecker(), new KnownProcessDefinitions.RightsOnTasks()));
        configuration.setHistoryEventProducer(new KnownProcessDefinitions.History());
        configuration.setCustomIncidentHandlers(List.of(new IncidentsOfFailedJobs()));
        configuration.setCustomSessionFactories(List.of(
                new Manager(AuthorizationManager.class, () -> new GrantedTasks(database)),
                new Manager(ExecutionManager.class, PrefetchedExecutions::new),
                new Manager(DbEntityManager.class, KnownEntities::new),
                new Manager(JobManager.class, JobsHandedOver::new),
                new Manager(JobDefinitionManager.class, () -> new KnownJobDefinitions(jobDefinitions)),
                new Manager(ProcessDefinitionManager.class, KnownProcessDefinitions::new)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        QueriesAlone.guideIn(configuration);
    }

    /** Whether the engine moves an instance on right now, and does nothing else. */
    static boolean isMovingAnInstance() {
        return Context.getBpmnExecutionContext() != null
                || Context.getCommandContext().getCurrentJob() != null;
    }

    /** Makes the manager that a command asks for by this type. */
    private record Manager(Class<?> type, Supplier<Session> manager) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return manager.get();
        }
    }
}
