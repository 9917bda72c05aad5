package io.accountmigration.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides before anything is started whether browser tests can run. */
class BrowserInstalled implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var browser = InstalledBrowser.find();
        if (browser.isPresent()) {
            return ConditionEvaluationResult.enabled("found " + browser.get());
        }
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new ExtensionConfigurationException(InstalledBrowser.MISSING);
        }
        return ConditionEvaluationResult.disabled(InstalledBrowser.MISSING);
    }
}
