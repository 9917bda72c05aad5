/** Mail: what the messages say, and handing them to the mail server. */
package io.accountmigration.notification;
