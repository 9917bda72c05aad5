/** The process {@code user-back-sync}. */
package io.accountmigration.process.usersync;
