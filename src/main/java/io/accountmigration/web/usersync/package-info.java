/** The sync of users, on pages and over REST. */
package io.accountmigration.web.usersync;
