/** Whom a waiting case tells, and how often. */
package io.accountmigration.migration.followup;
