/** The one shared way to call out: bounded, authenticated, measured, never repeated by itself. */
package io.accountmigration.outside;
