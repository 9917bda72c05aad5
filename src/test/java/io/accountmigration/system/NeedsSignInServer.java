package io.accountmigration.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves tests out where the sign-in server is not installed, and says so; with {@code CI=true} they fail instead. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsSignInServer.Installed.class)
public @interface NeedsSignInServer {

    /** Decides before anything is started. */
    class Installed implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (SignInServer.isInstalled()) {
                return ConditionEvaluationResult.enabled("installed");
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new ExtensionConfigurationException(SignInServer.MISSING);
            }
            return ConditionEvaluationResult.disabled(SignInServer.MISSING);
        }
    }
}
