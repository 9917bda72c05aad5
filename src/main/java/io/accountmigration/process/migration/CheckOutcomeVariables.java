package io.accountmigration.process.migration;

import io.accountmigration.migration.preparation.PreparationStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Hands what a check found to the gateways behind it. */
final class CheckOutcomeVariables {

    private CheckOutcomeVariables() {}

    static void set(DelegateExecution execution, PreparationStatus readiness) {
        AccountMigrationModel.MICROSOFT_ACCOUNT.set(execution, readiness.microsoftAccount());
        AccountMigrationModel.WORK_ACCOUNT.set(execution, readiness.workAccount());
        AccountMigrationModel.MEMBERSHIP.set(execution, AccountMigrationModel.nameOf(readiness.membership()));
        AccountMigrationModel.TENANT_MATCHES.set(execution, readiness.tenantMatches());
        AccountMigrationModel.CODE_NEEDED.set(execution, readiness.codeNeeded());
    }
}
