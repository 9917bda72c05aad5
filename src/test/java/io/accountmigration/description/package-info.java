/** Holds what the interface answers to what its description says. */
package io.accountmigration.description;
