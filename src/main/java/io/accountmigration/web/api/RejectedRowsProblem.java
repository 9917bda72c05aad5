package io.accountmigration.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.migration.Problem;
import java.util.List;

/** A problem with rows of a selection: a problem as any other, with the list of rows. */
record RejectedRowsProblem(@JsonUnwrapped Problem problem, List<RejectedRow> rows) {}
