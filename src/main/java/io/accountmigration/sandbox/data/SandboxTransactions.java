package io.accountmigration.sandbox.data;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxTransactions {

    /** Found by its name only: injection by type yields the program's transaction manager. */
    @Bean(autowireCandidate = false)
    PlatformTransactionManager sandboxTransactionManager(SandboxDatabase database) {
        return database.transactionManager();
    }
}
