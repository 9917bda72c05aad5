/** The audit trail of each case, and its verification. */
package io.accountmigration.migration.trail;
