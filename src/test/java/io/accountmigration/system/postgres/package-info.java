/** Tests of the whole running program on PostgreSQL: races, and what only that database refuses. */
package io.accountmigration.system.postgres;
