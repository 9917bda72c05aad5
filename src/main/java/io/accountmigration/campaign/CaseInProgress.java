package io.accountmigration.campaign;

import java.time.Instant;

/** A case that the program works on, or has stopped at. */
record CaseInProgress(Integer wave, String processInstanceId, Instant since, boolean accepted) {}
