/** The case of one publisher moving: the aggregate, one use case per step, the audit trail, and the port to the workflow. */
package io.accountmigration.migration;
