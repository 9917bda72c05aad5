/** Every call of the running program in every role. */
package io.accountmigration.system.rights;
