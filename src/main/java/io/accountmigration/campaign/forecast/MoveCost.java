package io.accountmigration.campaign.forecast;

import java.util.Map;

/**
 * What a move costs an outside system: the calls on the straight way of an account with two users, and one more for each
 * further user where users are carried over. {@code CostScenarios} holds these figures.
 *
 * @param toStart the calls until an owner can be asked
 * @param toMove the calls after everything is answered
 * @param perUser the calls for each user beyond the second
 */
public record MoveCost(int toStart, int toMove, int perUser) {

    /** By the system's name. */
    public static final Map<String, MoveCost> BY_SYSTEM = Map.of(
            "partner-center", new MoveCost(3, 13, 1),
            "cpp", new MoveCost(2, 4, 0),
            "directory", new MoveCost(0, 2, 0));

    int toMove(int users) {
        return toMove + perUser * Math.max(0, users - 2);
    }

    /** The calls from the start to the end. */
    public int of(int users) {
        return toStart + toMove(users);
    }
}
