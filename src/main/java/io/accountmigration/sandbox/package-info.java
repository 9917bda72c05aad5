/** Stand-ins for the systems outside: they speak the same wire formats and know nothing of the rest of the program. */
package io.accountmigration.sandbox;
