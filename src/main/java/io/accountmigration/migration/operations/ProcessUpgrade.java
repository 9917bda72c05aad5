package io.accountmigration.migration.operations;

import java.util.List;

/**
 * How the running instances of one earlier version fare on the way to the current one.
 *
 * @param instances how many there were
 * @param carried how many went over, or would
 * @param leftForNow how many were not tried, since a step of theirs was under way or the time was up: ask again
 * @param obstacles why the others stay where they are
 */
public record ProcessUpgrade(
        String process,
        int fromVersion,
        int toVersion,
        int instances,
        int carried,
        int leftForNow,
        List<Obstacle> obstacles) {

    /**
     * Something in the way.
     *
     * @param activity the id of the element that cannot be carried, in the earlier version
     * @param reason the engine's words
     * @param instances how many instances it concerns
     */
    public record Obstacle(String activity, String reason, int instances) {}

    public ProcessUpgrade {
        obstacles = List.copyOf(obstacles);
    }
}
