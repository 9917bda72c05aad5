/** Calls to the running program that no client means to send. */
package io.accountmigration.system.rough;
