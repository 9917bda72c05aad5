/** Cases, on pages and over REST. */
package io.accountmigration.web.migration;
