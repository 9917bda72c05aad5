/** Tests in a real browser of a program that leaves signing in to a server. */
package io.accountmigration.browser.signon;
