/** Keeps the documentation true. */
package io.accountmigration.docs;
