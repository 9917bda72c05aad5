/** A real SMTP server whose mailboxes can be read. */
package io.accountmigration.sandbox.mail;
