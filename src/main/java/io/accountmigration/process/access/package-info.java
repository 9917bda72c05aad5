/** Who may call what of the engine. */
package io.accountmigration.process.access;
