/** What operators need to look after many cases: figures, what is stuck and why, and doing one thing to many of them. */
package io.accountmigration.migration.operations;
