package io.accountmigration.migration.start;

import io.accountmigration.migration.Caller;
import java.util.Locale;
import java.util.Optional;

/** A request to migrate a publisher; the same from every endpoint. */
public record ClaimRequest(
        String publisherId, Optional<String> requestedBy, Caller caller, String processInstanceId, Locale language) {}
