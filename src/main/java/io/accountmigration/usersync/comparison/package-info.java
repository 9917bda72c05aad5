/** The comparison of a whole account with Partner Center, and the list of differences that it leaves. */
package io.accountmigration.usersync.comparison;
