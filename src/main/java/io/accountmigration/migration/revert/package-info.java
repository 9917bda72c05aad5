/** How a move is given up and undone. */
package io.accountmigration.migration.revert;
