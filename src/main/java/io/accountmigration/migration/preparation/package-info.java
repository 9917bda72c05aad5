/** What an owner is asked, and how the answers are checked. */
package io.accountmigration.migration.preparation;
