/** The outside systems, held in memory. They keep to what the real ones do. */
package io.accountmigration.ports;
