/** The process {@code readiness-report}. */
package io.accountmigration.process.readiness;
