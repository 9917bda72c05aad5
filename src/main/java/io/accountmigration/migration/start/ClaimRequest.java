package io.accountmigration.migration.start;

import io.accountmigration.migration.Caller;
import java.util.Locale;
import java.util.Optional;

/** Somebody asks for a publisher to be migrated; the same whichever door they came through. */
public record ClaimRequest(
        String publisherId, Optional<String> requestedBy, Caller caller, String processInstanceId, Locale language) {}
