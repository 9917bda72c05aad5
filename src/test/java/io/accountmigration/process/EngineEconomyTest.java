package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which threads go on with which entities, and what queries leave behind; in an engine of its own that runs its jobs. */
@TestInstance(Lifecycle.PER_CLASS)
class EngineEconomyTest {

    private static final int THREADS = 2;

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .generateUniqueName(true)
            .setType(EmbeddedDatabaseType.H2)
            .build();
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    /** The entities that a step worked with, by the name of the step. */
    private final Map<String, DbEntityCache> entities = new ConcurrentHashMap<>();

    private ProcessEngine engine;
    private RuntimeService runtimeService;

    @BeforeAll
    void startEngine() {
        threads.setCorePoolSize(THREADS);
        threads.setQueueCapacity(4);
        threads.initialize();
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(threads);
        engine = configuration(database, executor).buildProcessEngine();
        runtimeService = engine.getRuntimeService();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("maker.bpmn", twoSteps("maker", "makes", "goesOn"))
                .addModelInstance("made.bpmn", twoSteps("made", "begins", "ends"))
                .deploy();
    }

    @BeforeEach
    void forgetEntities() {
        entities.clear();
    }

    @AfterAll
    void stopEngine() {
        engine.close();
        threads.shutdown();
        database.shutdown();
    }

    @Test
    void aJobGoesOnWithWhatTheRequestWroteThatMadeIt() {
        var inRequest = inRequest(() -> runtimeService.startProcessInstanceByKey("made"));

        awaitTheEnd();

        assertThat(entities.get("begins")).isSameAs(inRequest);
        assertThat(entities.get("ends")).isSameAs(inRequest);
    }

    @Test
    void aJobThatAnotherInstancesJobMadeSharesNothingWithItsMaker() {
        runtimeService.startProcessInstanceByKey("maker");

        awaitTheEnd();

        assertThat(entities).containsOnlyKeys("makes", "goesOn", "begins", "ends");
        assertThat(entities.get("goesOn")).isSameAs(entities.get("makes"));
        assertThat(entities.get("begins")).isNotSameAs(entities.get("makes"));
        assertThat(entities.get("ends")).isSameAs(entities.get("begins"));
    }

    @Test
    void aJobWhoseLockEndsBeforeAThreadIsFreeIsSearchedForAgain() {
        var free = new CompletableFuture<Void>();
        for (var thread = 0; thread < THREADS; thread++) {
            threads.execute(free::join);
        }
        var inRequest = inRequest(() -> runtimeService.startProcessInstanceByKey("made"));
        try {
            var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
            ClockUtil.offset((long) executor.getLockTimeInMillis());
            free.complete(null);

            awaitTheEnd();
        } finally {
            free.complete(null);
            ClockUtil.reset();
        }

        assertThat(entities.get("begins")).isNotSameAs(inRequest);
    }

    @Test
    void aQueryThatFailsAloneLeavesNoTransactionBehind() {
        var definitions = engine.getRepositoryService().createProcessDefinitionQuery();
        assertThat(definitions.count()).isEqualTo(2);

        assertThatThrownBy(definitions::singleResult).hasMessageContaining("2 results instead of max 1");

        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();
        assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
    }

    @Test
    void aQueryThatFailsWithinATransactionTakesItAlong() {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var definitions = engine.getRepositoryService().createProcessDefinitionQuery();

        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> assertThatThrownBy(definitions::singleResult)
                                .hasMessageContaining("2 results instead of max 1")))
                .isInstanceOf(UnexpectedRollbackException.class);
    }

    /** Answers the entities that the request worked with. */
    private DbEntityCache inRequest(Runnable work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    work.run();
                    return entitiesNow();
                });
    }

    private void awaitTheEnd() {
        await().until(() -> runtimeService.createProcessInstanceQuery().count() == 0);
    }

    private SpringProcessEngineConfiguration configuration(DataSource source, SpringJobExecutor executor) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setTransactionManager(new DataSourceTransactionManager(source));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutor(executor);
        configuration.setJobExecutorActivate(true);
        configuration.setProcessEnginePlugins(List.of(new EngineEconomy(new JdbcTemplate(source))));
        configuration.setBeans(Map.of(
                "makes", step(() -> runtimeService.startProcessInstanceByKey("made")),
                "goesOn", step(() -> {}),
                "begins", step(() -> {}),
                "ends", step(() -> {})));
        return configuration;
    }

    private JavaDelegate step(Runnable work) {
        return execution -> {
            entities.put(execution.getCurrentActivityId(), entitiesNow());
            work.run();
        };
    }

    private static DbEntityCache entitiesNow() {
        return ((KnownEntities) Context.getCommandContext().getDbEntityManager()).entities();
    }

    private static BpmnModelInstance twoSteps(String process, String first, String second) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask(first)
                .camundaAsyncBefore()
                .camundaDelegateExpression("${" + first + "}")
                .serviceTask(second)
                .camundaAsyncBefore()
                .camundaDelegateExpression("${" + second + "}")
                .endEvent()
                .done();
    }
}
