package io.accountmigration.web.readiness;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FixableBy;
import io.accountmigration.eligibility.Severity;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What one account needs, over REST, in codes. {@code assessedAt} tells its age, {@code reused} that it was known before;
 * {@code failure} names what could not be asked, and is null otherwise.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReadinessResultResource(
        String publisherId,
        @Nullable ReadinessCategory need,
        List<ReadinessFinding> findings,
        int users,
        @Nullable Instant assessedAt,
        boolean reused,
        @Nullable String failure) {

    /** A finding, and the names that it is about. */
    record ReadinessFinding(String code, Severity severity, FixableBy fixableBy, List<String> names) {

        static ReadinessFinding of(Finding finding) {
            var code = finding.code();
            return new ReadinessFinding(code.name(), code.severity(), code.fixableBy(), finding.arguments());
        }
    }

    static ReadinessResultResource of(ReadinessResultView view) {
        return new ReadinessResultResource(
                view.publisherId(),
                view.need(),
                view.findings().stream().map(ReadinessFinding::of).toList(),
                view.users(),
                view.assessedAt(),
                view.reused(),
                view.failure());
    }
}
