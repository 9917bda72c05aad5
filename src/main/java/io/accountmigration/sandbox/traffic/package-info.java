/** What lies between a caller and a stand-in: tokens, limits, faults and the record of writes. */
package io.accountmigration.sandbox.traffic;
