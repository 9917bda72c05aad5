package io.accountmigration.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.accountmigration.campaign.readiness.RejectedRow;
import io.accountmigration.migration.Problem;
import java.util.List;

/** A problem with rows of a selection: the same as every other one, and the rows. */
record RowsProblem(@JsonUnwrapped Problem problem, List<RejectedRow> rows) {}
