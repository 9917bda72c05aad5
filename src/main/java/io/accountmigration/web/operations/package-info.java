/** All migrations at a glance, and what is done to many at once. */
package io.accountmigration.web.operations;
