package io.accountmigration.sandbox;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start the sandbox together with a PostgreSQL database, which may be a real one, before anything touches it. */
@Component
@Profile("sandbox")
class SharedDatabaseGuard implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        var url = environment.getProperty("spring.datasource.url", "");
        var allowed = environment.getProperty("sandbox.allow-shared", Boolean.class, false);
        if (url.startsWith("jdbc:postgresql:") && !allowed) {
            throw new IllegalStateException("The profile \"sandbox\" invents outside systems and sign-ins with a known"
                    + " password, so it does not start on the PostgreSQL database of spring.datasource.url. Leave the"
                    + " profile out, or set sandbox.allow-shared=true if this database is for trying out.");
        }
    }
}
