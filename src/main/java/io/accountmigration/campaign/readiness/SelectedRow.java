package io.accountmigration.campaign.readiness;

/** An account that somebody selected, with the line that it stands on, from 1. */
public record SelectedRow(int line, String content) {}
