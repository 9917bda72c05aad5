/** Tests of the whole running program as its users and neighbours see it: over HTTP and nothing else. */
package io.accountmigration.system;
