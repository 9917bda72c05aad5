/** The directory of tenants and the realm of addresses over HTTP. */
package io.accountmigration.outside.directory;
