/** What operators see of syncs, and what they decide and order. */
package io.accountmigration.usersync.operations;
