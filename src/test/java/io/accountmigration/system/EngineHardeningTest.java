package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    }

    /** The engine brings languages of its own, and what is JUEL to them reaches every class. */
    @Test
    void noScriptHasAnythingToRunIn() {
        var languages = new ScriptEngineManager()
                .getEngineFactories().stream()
                        .flatMap(factory -> factory.getNames().stream())
                        .toList();
        var resolver =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getScriptEngineResolver();

        assertThat(languages).contains("juel", "feel");
        assertThat(languages).allSatisfy(language -> assertThat(resolver.getScriptEngine(language, true))
                .isNull());
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
        for (var caller : List.of(account.owner(), "operator")) {
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
}
