package io.accountmigration.web.usersync;

import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftReport;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.usersync.operations.ViewUserSync;
import io.accountmigration.web.file.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows how far a publisher's users follow Partner Center; the caller checks who may see it. */
@Component
public class UserSyncQueries {

    private static final List<String> COLUMNS =
            List.of("class", "subject", "userId", "portalUserId", "partnerCenter", "portal", "action", "detail");

    private final MovedPublishers moved;
    private final ViewUserSync sync;

    UserSyncQueries(MovedPublishers moved, ViewUserSync sync) {
        this.moved = moved;
        this.sync = sync;
    }

    /** The state of a publisher that has moved. */
    public UserSyncView of(String publisherId) {
        return sync.of(publisherId).orElseGet(() -> {
            moved.adopt(publisherId);
            return sync.of(publisherId).orElseThrow();
        });
    }

    /** The last comparison of a publisher that has moved, once there was one. */
    public Optional<DriftReport> driftOf(String publisherId) {
        var report = sync.driftOf(publisherId);
        if (report.isEmpty()) {
            of(publisherId);
        }
        return report;
    }

    /** The last comparison as a file for spreadsheets. */
    public ResponseEntity<byte[]> driftFileOf(String publisherId) {
        var drifts = driftOf(publisherId).map(DriftReport::drifts).orElse(List.of());
        return Csv.file(
                "drift-" + publisherId + ".csv", COLUMNS, drifts.stream().map(UserSyncQueries::cells));
    }

    private static List<String> cells(Drift drift) {
        return Arrays.asList(
                drift.driftClass().name(),
                drift.subject(),
                drift.userId(),
                drift.portalUserId(),
                drift.partnerCenter(),
                drift.portal(),
                Objects.toString(drift.action(), null),
                drift.detail());
    }
}
