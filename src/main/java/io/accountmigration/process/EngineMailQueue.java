package io.accountmigration.process;

import io.accountmigration.migration.MailQueue;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Queues a message as an instance of the process {@code mail-delivery}: a failing one is an incident to be seen. */
@Component
class EngineMailQueue implements MailQueue {

    static final String PROCESS_ID = "mail-delivery";

    private final RuntimeService runtimeService;

    private final EngineCaller engineCaller;

    EngineMailQueue(@Lazy RuntimeService runtimeService, @Lazy EngineCaller engineCaller) {
        this.runtimeService = runtimeService;
        this.engineCaller = engineCaller;
    }

    @Override
    public void enqueue(UUID mailId) {
        engineCaller.actAsProgram(() -> runtimeService.startProcessInstanceByKey(PROCESS_ID, mailId.toString()));
    }
}
