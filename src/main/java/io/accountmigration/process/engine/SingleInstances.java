package io.accountmigration.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Processes of which one instance at most runs for a business key. Business keys are not unique in the engine. */
@Component
public class SingleInstances {

    private static final int LOCKS = 64;
    private static final String HOLD = "select id from start_lock where id = ? for update";

    /** Asked with every change of a user: the engine's own query for it is costly to put together. */
    private static final String RUNNING = """
            select count(*) from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
            where e.business_key_ = ? and e.parent_id_ is null and p.key_ = ?""";

    private final RuntimeService runtimeService;
    private final CurrentCaller currentCaller;
    private final JdbcTemplate database;

    SingleInstances(@Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller, JdbcTemplate database) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
        this.database = database;
    }

    /** Starts an instance unless one runs. Others who ask for the same wait until this transaction has ended. */
    @Transactional
    public void start(String processId, String businessKey, Map<String, Object> variables) {
        database.queryForList(HOLD, Integer.class, Math.floorMod((processId + "/" + businessKey).hashCode(), LOCKS));
        startUnlessRunning(processId, businessKey, variables);
    }

    /** The same for a caller who holds a lock of its own on what the business key names. */
    public void startUnlessRunning(String processId, String businessKey, Map<String, Object> variables) {
        if (!isRunning(processId, businessKey)) {
            currentCaller.actAsProgram(
                    () -> runtimeService.startProcessInstanceByKey(processId, businessKey, variables));
        }
    }

    public boolean isRunning(String processId, String businessKey) {
        return database.queryForObject(RUNNING, Long.class, businessKey, processId) > 0;
    }
}
