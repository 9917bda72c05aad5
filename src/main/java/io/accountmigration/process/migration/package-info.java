/** The process {@code account-migration}: its variables, delegates and listeners, and what moves a case on. */
package io.accountmigration.process.migration;
