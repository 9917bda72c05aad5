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

    EngineMailQueue(@Lazy RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    @Override
    public void enqueue(UUID mailId) {
        runtimeService.startProcessInstanceByKey(PROCESS_ID, mailId.toString());
    }
}
