/** The calls of the outside systems, as those systems answer them. */
package io.accountmigration.sandbox.wire;
