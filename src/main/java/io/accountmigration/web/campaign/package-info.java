/** Campaigns, on pages and over REST. */
package io.accountmigration.web.campaign;
