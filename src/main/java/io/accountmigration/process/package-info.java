/** The engine's edge: everything that knows Camunda. Delegates, listeners, the workflow adapters, identity, deployment. */
package io.accountmigration.process;
