/** Who acts for a case, and the search for somebody where nobody does. */
package io.accountmigration.migration.owners;
