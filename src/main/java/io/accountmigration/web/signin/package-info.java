/** Who may come in through which door: one sign-in for pages and web applications, credentials for programs. */
package io.accountmigration.web.signin;
