package io.accountmigration.campaign;

import io.accountmigration.migration.MigrationState;

/**
 * How many accounts of a wave stand alike.
 *
 * @param wave null for those that are in none
 * @param caseState null for those without a case
 * @param late those of them whose case has not changed since the patience began to run out
 * @param unseen those of them that nobody has looked at since they came to stand like that
 */
record AccountStateCount(
        Integer wave, AccountStartStatus standing, MigrationState caseState, long accounts, long late, long unseen) {}
