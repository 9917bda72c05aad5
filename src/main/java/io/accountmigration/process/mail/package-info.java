/** The process {@code mail-delivery}. */
package io.accountmigration.process.mail;
