package io.accountmigration.process.mail;

import io.accountmigration.migration.followup.MailQueue;
import io.accountmigration.process.engine.CurrentCaller;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Queues a message as an instance of the process {@code mail-delivery}: a failing one is an incident to be seen. */
@Component
public class EngineMailQueue implements MailQueue {

    public static final String PROCESS_ID = "mail-delivery";

    private final RuntimeService runtimeService;

    private final CurrentCaller currentCaller;

    EngineMailQueue(@Lazy RuntimeService runtimeService, @Lazy CurrentCaller currentCaller) {
        this.runtimeService = runtimeService;
        this.currentCaller = currentCaller;
    }

    @Override
    public void enqueue(UUID mailId) {
        currentCaller.actAsProgram(() -> runtimeService.startProcessInstanceByKey(PROCESS_ID, mailId.toString()));
    }
}
