/** Publishers and their banners, on pages and over REST. */
package io.accountmigration.web.publisher;
