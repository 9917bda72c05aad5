package io.accountmigration.program;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings are missing instead of showing a stack trace. */
class SettingsMissingFailureAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsMissing cause) {
        return new FailureAnalysis(
                "These settings are missing, or cannot be used as they are:" + cause.getMessage(),
                "Set them as properties or, as shown in brackets, as environment variables. To try the program with"
                        + " made-up data, start it without naming a profile.",
                cause);
    }
}
