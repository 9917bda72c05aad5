/** What the stand-ins remember: publishers, partners, tenants and accounts, in a database of their own. */
package io.accountmigration.sandbox.data;
