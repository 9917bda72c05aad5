package io.accountmigration.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms under names that are the same from the jar and from classes, so that a restart never
 * makes a new version of an unchanged model.
 */
@Component
class ModelDeployer implements InitializingBean {

    private static final String ROOT = "processes/";

    private final RepositoryService repositoryService;

    ModelDeployer(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        var deployment = repositoryService
                .createDeployment()
                .name("account-migration")
                .source("account-migration")
                .enableDuplicateFiltering(false);
        var resources = new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*");
        Arrays.stream(resources)
                .filter(resource -> isModelOrForm(nameOf(resource)))
                .sorted(Comparator.comparing(ModelDeployer::nameOf))
                .forEach(resource -> deployment.addInputStream(nameOf(resource), open(resource)));
        deployment.deploy();
    }

    private static boolean isModelOrForm(String name) {
        return name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form");
    }

    private static String nameOf(Resource resource) {
        try {
            var address = resource.getURL().toString();
            return address.substring(address.lastIndexOf(ROOT));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(Resource resource) {
        try {
            return resource.getInputStream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
