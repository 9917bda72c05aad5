/** What a migrated case costs, measured on the running program beside the stock engine and beside plain JDBC. */
package io.accountmigration.benchmark;
