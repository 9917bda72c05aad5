package io.accountmigration.usersync;

import io.accountmigration.partner.AccountCondition;
import java.time.Instant;

/**
 * Whether users and settings in both portals were the same when they were last compared.
 *
 * @param partnerCenterHash SHA-256 in hexadecimal over the lines {@code address;role}, in lower case, sorted, each ended
 *     by a line feed; the role is what Partner Center's roles are worth in the portal
 * @param portalHash the same of the portal's active users
 * @param settingsEqual whether company and payout profile were the same; null before the first comparison
 * @param unconfirmed how many users are as only a push has said so far; while there are any, nothing is said to be equal
 * @param accountCondition what the account was when it was last looked at; null before that
 */
public record ParityView(
        boolean equal,
        Instant at,
        String partnerCenterHash,
        String portalHash,
        Boolean settingsEqual,
        long unconfirmed,
        AccountCondition accountCondition) {}
