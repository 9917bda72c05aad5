package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What a report says of one account.
 *
 * @param position its place in the report, from 0
 * @param users how many user entries it has in Cloud Partner Portal
 * @param assessedAt when that was found out, or could not be
 * @param reused whether it was known before the report began
 * @param failure what kept it from being found out, where that is so
 */
public record ReadinessResultView(
        int position,
        String publisherId,
        ReadinessCategory need,
        List<Finding> findings,
        int users,
        Instant assessedAt,
        boolean reused,
        String failure) {

    static ReadinessResultView of(ReadinessResult result) {
        return new ReadinessResultView(
                result.getId().position(),
                result.publisherId(),
                result.need(),
                result.findings(),
                result.users(),
                result.assessedAt(),
                result.reused(),
                result.failure());
    }
}
