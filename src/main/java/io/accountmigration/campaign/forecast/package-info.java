/** When a campaign will be done, and what keeps it from being done earlier. */
package io.accountmigration.campaign.forecast;
