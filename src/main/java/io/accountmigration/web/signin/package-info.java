/** Who may call which endpoint: one sign-in for pages and web applications, credentials for programs. */
package io.accountmigration.web.signin;
