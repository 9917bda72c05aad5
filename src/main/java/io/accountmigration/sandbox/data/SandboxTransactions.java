package io.accountmigration.sandbox.data;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxTransactions {

    /** Found by its name alone: whoever asks for a transaction manager by type is given the program's. */
    @Bean(autowireCandidate = false)
    PlatformTransactionManager sandboxTransactionManager(SandboxDatabase database) {
        return database.transactionManager();
    }
}
