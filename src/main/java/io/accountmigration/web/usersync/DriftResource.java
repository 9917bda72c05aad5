package io.accountmigration.web.usersync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.comparison.DriftReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** The last comparison of an account's users and settings over REST; {@code comparedAt} is null before the first. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DriftResource(@Nullable Instant comparedAt, List<DriftItem> items) {

    /** One difference; {@code partnerCenter} is what Partner Center wants there, {@code portal} what there is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DriftItem(
            @JsonProperty("class") DriftClass driftClass,
            String subject,
            @Nullable String userId,
            @Nullable String portalUserId,
            @Nullable String partnerCenter,
            @Nullable String portal,
            @Nullable DriftAction action,
            @Nullable String detail) {

        static DriftItem of(Drift drift) {
            return new DriftItem(
                    drift.driftClass(),
                    drift.subject(),
                    drift.userId(),
                    drift.portalUserId(),
                    drift.partnerCenter(),
                    drift.portal(),
                    drift.action(),
                    drift.detail());
        }
    }

    static DriftResource of(Optional<DriftReport> report) {
        return new DriftResource(
                report.map(DriftReport::comparedAt).orElse(null),
                report.map(DriftReport::drifts).orElse(List.of()).stream()
                        .map(DriftItem::of)
                        .toList());
    }
}
