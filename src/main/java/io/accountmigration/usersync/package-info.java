/** Keeping Cloud Partner Portal in step with Partner Center once an account has moved. */
package io.accountmigration.usersync;
