/** Whether an account can move and what is in the way: one catalogue of checks for previews and for the running process. */
package io.accountmigration.eligibility;
