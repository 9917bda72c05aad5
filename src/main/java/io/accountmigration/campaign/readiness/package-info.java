/** What an account will need before anybody clicks: readiness reports, and the watch over accounts that cannot go yet. */
package io.accountmigration.campaign.readiness;
