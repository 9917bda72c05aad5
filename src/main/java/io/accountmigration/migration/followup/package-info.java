/** Reminders and escalation of a waiting case, and the limits of mails. */
package io.accountmigration.migration.followup;
