package io.accountmigration.hostile;

import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Has the engine number what it makes, so that of two jobs which are due together the older one can be told. */
@TestComponent
@Order(Ordered.LOWEST_PRECEDENCE)
class NumberedIds extends AbstractProcessEnginePlugin {

    private final AtomicLong last = new AtomicLong();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdGenerator(() -> "%012d".formatted(last.incrementAndGet()));
    }
}
