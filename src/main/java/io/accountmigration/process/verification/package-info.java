/** The process {@code account-verification}. */
package io.accountmigration.process.verification;
