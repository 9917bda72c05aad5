/** Readiness reports, on pages and over REST. */
package io.accountmigration.web.readiness;
