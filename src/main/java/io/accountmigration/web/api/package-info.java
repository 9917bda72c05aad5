/** The calls under {@code /api}: they translate between HTTP and the use cases, and decide nothing. */
package io.accountmigration.web.api;
