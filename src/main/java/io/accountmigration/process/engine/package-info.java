/** Settings of the engine, made at its documented extension points. */
package io.accountmigration.process.engine;
