package io.accountmigration.process;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringTransactionContext;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A query joins the transaction it is asked in, but where there is none, none is begun and committed for it. */
class QueriesAlone extends CommandInterceptor {

    private final CommandInterceptor ofQueries;
    private final CommandInterceptor ofOthers;

    private QueriesAlone(CommandInterceptor ofQueries, CommandInterceptor ofOthers) {
        this.ofQueries = ofQueries;
        this.ofOthers = ofOthers;
    }

    /** Tells the engine what to do without a transaction; before it sets up its own ones. */
    static void prepare(ProcessEngineConfigurationImpl configuration) {
        configuration.setTransactionContextFactory(context -> new IfAny(managerOf(configuration), context));
    }

    /** Puts it before the engine's transactions, which have to be there already. */
    static void guideIn(ProcessEngineConfigurationImpl configuration) {
        var chain = configuration.getCommandInterceptorsTxRequired();
        for (var place = 1; place < chain.size() - 1; place++) {
            if (chain.get(place) instanceof SpringTransactionInterceptor transactions) {
                var joining = new SpringTransactionInterceptor(
                        managerOf(configuration), TransactionDefinition.PROPAGATION_SUPPORTS, configuration);
                joining.setNext(chain.get(place + 1));
                chain.get(place - 1).setNext(new QueriesAlone(joining, transactions));
                return;
            }
        }
        throw new IllegalStateException("the engine has no transactions that queries could be spared");
    }

    private static PlatformTransactionManager managerOf(ProcessEngineConfigurationImpl configuration) {
        return ((SpringProcessEngineConfiguration) configuration).getTransactionManager();
    }

    @Override
    public <T> T execute(Command<T> command) {
        return (command instanceof AbstractQuery ? ofQueries : ofOthers).execute(command);
    }

    /** The engine's own would begin a transaction to mark it as failed, and leave it open for whatever comes next. */
    private static final class IfAny extends SpringTransactionContext {

        private IfAny(PlatformTransactionManager manager, CommandContext context) {
            super(manager, context);
        }

        @Override
        public void rollback() {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                super.rollback();
            }
        }
    }
}
