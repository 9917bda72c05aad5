package io.accountmigration.migration;

import java.util.Optional;

/** A task that waits for an owner, and where to do it. */
public record OpenTask(String taskId, Optional<String> assignee, String url) {}
