package io.accountmigration.process.usersync;

import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.usersync.UserSyncWorkflow;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Works on changes by instances of {@code user-back-sync}, one per publisher. */
@Component
class EngineUserSyncWorkflow implements UserSyncWorkflow {

    /** Asked with every change: the engine's own query for it is costly to put together. */
    private static final String RUNNING = """
            select count(*) from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
            where e.business_key_ = ? and e.parent_id_ is null and p.key_ = ?""";

    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;
    private final JdbcTemplate database;

    EngineUserSyncWorkflow(
            @Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller, JdbcTemplate database) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
        this.database = database;
    }

    @Override
    public void wake(String publisherId) {
        currentCaller.actAsProgram(() -> {
            if (!isRunning(publisherId)) {
                runtimeService.startProcessInstanceByKey(UserBackSyncModel.PROCESS_ID, publisherId);
            }
        });
    }

    @Override
    public Optional<Work> workOn(String publisherId) {
        return currentCaller.askAsProgram(() -> instanceOf(publisherId).list().stream()
                .findFirst()
                .map(instance -> new Work(
                        instance.getId(),
                        instance.isSuspended()
                                || instanceOf(publisherId).withIncident().count() > 0)));
    }

    private boolean isRunning(String publisherId) {
        return database.queryForObject(RUNNING, Long.class, publisherId, UserBackSyncModel.PROCESS_ID) > 0;
    }

    private ProcessInstanceQuery instanceOf(String publisherId) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(publisherId, UserBackSyncModel.PROCESS_ID);
    }
}
