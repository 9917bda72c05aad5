/** Who may come in through which door: one sign-in for pages and web applications, HTTP Basic for programs. */
package io.accountmigration.web.signin;
