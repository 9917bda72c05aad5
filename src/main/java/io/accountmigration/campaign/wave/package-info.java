/** One wave: which accounts it holds, how fast they start, when it is done, and what brakes it. */
package io.accountmigration.campaign.wave;
