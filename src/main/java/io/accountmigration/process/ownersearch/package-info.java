/** The process {@code owner-search}. */
package io.accountmigration.process.ownersearch;
