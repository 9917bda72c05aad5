package io.accountmigration.bare;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** What the engine's starters make of an empty program: engine, REST interface, web applications, and a small process. */
@SpringBootApplication
public class BareStarter {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareStarter.class, arguments);
    }

    @Bean
    ApplicationRunner process(RepositoryService repositoryService) {
        var model = Bpmn.createExecutableProcess("bare")
                .camundaHistoryTimeToLiveString("P365D")
                .startEvent()
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .userTask()
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${true}")
                .endEvent()
                .done();
        return arguments -> repositoryService
                .createDeployment()
                .addModelInstance("bare.bpmn", model)
                .deploy();
    }
}
