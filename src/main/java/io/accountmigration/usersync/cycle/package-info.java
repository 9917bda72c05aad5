/** One run of the sync: which changes count, what they mean, writing them to the portal, and what comes next. */
package io.accountmigration.usersync.cycle;
