package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.REQUESTED_BY;
import static io.accountmigration.process.migration.AccountMigrationModel.WORK_EMAIL;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.start.ClaimMigration;
import io.accountmigration.migration.start.ClaimRequest;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.publisher.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Claims the publisher when the process starts, for every caller and at every endpoint. What a client sent along
 * is dropped: the process goes by what the case knows.
 */
@Component
public class ClaimMigrationListener implements ExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimMigrationListener.class);

    private final ClaimMigration claimMigration;
    private final CurrentCaller caller;

    // Lazy: the engine knows this listener before the repositories that it leads to exist.
    ClaimMigrationListener(@Lazy ClaimMigration claimMigration, @Lazy CurrentCaller caller) {
        this.claimMigration = claimMigration;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (isResumedByTheProgram(execution)) {
            return;
        }
        if (!AccountMigrationModel.START_EVENT.equals(execution.getCurrentActivityId())) {
            throw MigrationRefused.because(Refusal.START_NOT_SUPPORTED, String.valueOf(execution.getBusinessKey()));
        }
        var requestedBy = requestedBy(execution);
        Set.copyOf(execution.getVariableNames()).forEach(execution::removeVariable);
        var claim = claimMigration.claim(new ClaimRequest(
                execution.getBusinessKey(),
                requestedBy,
                caller.current(),
                execution.getProcessInstanceId(),
                language()));
        execution.setProcessBusinessKey(claim.publisherId());
        WORK_EMAIL.set(execution, claim.workEmail());
        // Leads from the request, whose correlation id this line carries, to what the engine does from now on.
        LOG.info("{} claimed by process instance {}", claim.publisherId(), execution.getProcessInstanceId());
    }

    private boolean isResumedByTheProgram(DelegateExecution execution) {
        return AccountMigrationModel.REVERT.equals(execution.getCurrentActivityId())
                && caller.current().equals(Caller.PROGRAM);
    }

    private static Optional<String> requestedBy(DelegateExecution execution) {
        var given = execution.getVariableTyped(REQUESTED_BY.name(), false);
        if (given == null || given.getType() == ValueType.NULL) {
            return Optional.empty();
        }
        if (given.getType() != ValueType.STRING) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, REQUESTED_BY.name());
        }
        var address = (String) given.getValue();
        if (address != null && address.length() > EmailAddress.MAX_LENGTH) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, REQUESTED_BY.name());
        }
        return Optional.ofNullable(address);
    }

    private static Locale language() {
        var dutch = LocaleContextHolder.getLocale().getLanguage().equals("nl");
        return dutch ? Locale.forLanguageTag("nl") : Locale.ENGLISH;
    }
}
