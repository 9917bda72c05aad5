package io.accountmigration.program;

import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The modules whose tables share the engine's database and transactions. The sandbox keeps its own. */
@Configuration(proxyBeanMethods = false)
@EntityScan({
    "io.accountmigration.publisher",
    "io.accountmigration.migration",
    "io.accountmigration.usersync",
    "io.accountmigration.campaign",
    "io.accountmigration.notification"
})
@EnableJpaRepositories(
        basePackages = {
            "io.accountmigration.publisher",
            "io.accountmigration.migration",
            "io.accountmigration.usersync",
            "io.accountmigration.campaign",
            "io.accountmigration.notification"
        },
        repositoryImplementationPostfix = "InSession")
class PersistenceConfiguration {}
