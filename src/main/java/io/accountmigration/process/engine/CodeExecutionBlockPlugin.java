package io.accountmigration.process.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the engine run what ships with this program and nothing else: no expression of a request, and no code of a model.
 * Closes CVE-2026-109432, for which the community edition has no patch.
 */
@Component
class CodeExecutionBlockPlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    CodeExecutionBlockPlugin(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressionManager(beans));
        configuration.setTaskService(new ExpressionFreeQueries.Tasks());
        configuration.setFilterService(new ExpressionFreeQueries.Filters());
        configuration.setBpmnParseFactory(CodeFreeBpmnParse::new);
        configuration.setScriptEngineResolver(new NoScriptEngines());
    }

    /** The engine brings two languages of its own, JUEL and FEEL; JUEL reaches every class. */
    private static class NoScriptEngines extends DefaultScriptEngineResolver {

        NoScriptEngines() {
            super(new ScriptEngineManager());
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }
}
