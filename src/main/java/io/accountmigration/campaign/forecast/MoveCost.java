package io.accountmigration.campaign.forecast;

/**
 * What a move costs an outside system: the calls on the straight way of an account with two users, and one more for each
 * further user where users are carried over. {@code CostScenarios} holds these figures.
 *
 * @param toStart the calls until an owner can be asked
 * @param toMove the calls after everything is answered
 * @param perUser the calls for each user beyond the second
 */
record MoveCost(int toStart, int toMove, int perUser) {

    int toMove(int users) {
        return toMove + perUser * Math.max(0, users - 2);
    }
}
