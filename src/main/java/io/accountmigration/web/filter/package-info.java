/** What each request passes before a handler sees it. */
package io.accountmigration.web.filter;
