/** The move of an account, one use case per step, and the comparison of both accounts. */
package io.accountmigration.migration.move;
