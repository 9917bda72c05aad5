package io.accountmigration.sandbox.data;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;

/** In every profile: the program's own entity manager must not take the sandbox's entities for its own. */
@Configuration(proxyBeanMethods = false)
class SandboxEntities {

    @Bean
    ManagedClassNameFilter entitiesOutsideTheSandbox() {
        var sandbox = SandboxEntities.class.getPackageName() + ".";
        return className -> !className.startsWith(sandbox);
    }
}
