package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine could be talked into, and is not: neither by its settings nor over its REST interface. */
class EngineHardeningTest extends WholeProgramTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void theEngineIsSetUpToRunNothingThatComesWithARequest() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(settings.getDefaultSerializationFormat()).isEqualTo("application/json");
        // The engine brings two languages for conditions; they calculate and reach no classes.
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .containsOnly("JSP 2.1 EL", "feel", "feel-unary-tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "operator", "service", "auditor", "admin"})
    void nobodyPutsAnExpressionIntoAQuery(String role) {
        var caller = role.equals("owner") ? sandbox().create(Kind.CONTOSO).owner() : role;
        for (var query : List.of("/task", "/task/count")) {
            for (var field : List.of("assigneeExpression", "ownerExpression", "createdAfterExpression")) {
                var reply = as(caller).post("/engine-rest" + query, Map.of(field, "${1+1}"));

                assertThat(reply.status()).as(reply.toString()).isIn(400, 403);
            }
        }
    }

    @Test
    void anExpressionInAFilterIsNotRun() {
        var filter = as("admin")
                .post(
                        "/engine-rest/filter/create",
                        Map.of(
                                "resourceType",
                                "Task",
                                "name",
                                "with an expression",
                                "query",
                                Map.of("assigneeExpression", "${currentUser()}")));
        if (filter.isSuccess()) {
            var id = filter.json().path("id").asText();
            var list = as("admin").get("/engine-rest/filter/" + id + "/list");
            as("admin").delete("/engine-rest/filter/" + id).succeeded();
            assertThat(list.status()).as(list.toString()).isBetween(400, 499);
        } else {
            assertThat(filter.status()).as(filter.toString()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.util.HashMap",
                "javax.script.ScriptEngineManager",
                "com.sun.rowset.JdbcRowSetImpl",
                "org.springframework.context.support.ClassPathXmlApplicationContext"
            })
    void noClassOfTheCallersChoiceIsMade(String type) {
        var account = sandbox().create(Kind.CONTOSO);
        for (var caller : List.of(account.owner(), "admin")) {
            for (var format : List.of("application/json", "application/x-java-serialized-object")) {
                var variable = new HashMap<String, Object>(Map.of("value", "{}", "type", "Object"));
                variable.put("valueInfo", Map.of("objectTypeName", type, "serializationDataFormat", format));
                var started = as(caller)
                        .post(
                                Cases.START,
                                Map.of(
                                        "businessKey",
                                        account.publisherId(),
                                        "variables",
                                        Map.of("requestedBy", variable)));

                assertThat(started.status()).as(caller + " " + started).isBetween(400, 499);
            }
        }
        assertThat(cases().instances(account.publisherId())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "python", "juel-nonsense"})
    void aScriptHasNothingToRunIn(String language) {
        var id = "script-" + language;
        var deployment = deploy(id, """
                <process id="%s" isExecutable="true" camunda:historyTimeToLive="1">
                  <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="script"/>
                  <scriptTask id="script" scriptFormat="%s"><script>1+1</script></scriptTask>
                </process>""".formatted(id, language));

        var started = as("admin").post("/engine-rest/process-definition/key/" + id + "/start", Map.of());
        as("admin")
                .delete("/engine-rest/deployment/" + deployment + "?cascade=true")
                .succeeded();

        assertThat(started.isSuccess()).as(started.toString()).isFalse();
        assertThat(started.text()).doesNotContain("Exception", "ENGINE-");
    }

    private String deploy(String name, String process) {
        var model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">%s</definitions>""".formatted(process);
        var body = "--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + name
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"model\"; filename=\"" + name + ".bpmn\"\r\n\r\n"
                + model + "\r\n--part--\r\n";
        return as("admin")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        body,
                        Map.of("Content-Type", "multipart/form-data; boundary=part"))
                .succeeded()
                .json()
                .path("id")
                .asText();
    }
}
