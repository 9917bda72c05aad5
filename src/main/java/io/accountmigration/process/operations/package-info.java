/** What operators ask of the engine as a whole. */
package io.accountmigration.process.operations;
