/** How a migration starts, and what a start would meet. */
package io.accountmigration.migration.start;
