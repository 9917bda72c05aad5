package io.accountmigration.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.slf4j.MDC;

/** Names the publisher in every line that a step logs, where the business key of its process is one. */
public class PublisherLoggingListener implements ExecutionListener {

    private static final String PUBLISHER = "publisherId";

    @Override
    public void notify(DelegateExecution execution) {
        MDC.put(PUBLISHER, execution.getProcessBusinessKey());
    }
}
