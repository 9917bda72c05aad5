/** The process {@code migration-campaign}. */
package io.accountmigration.process.campaign;
